package io.legame.insight.web;

import io.legame.insight.ContactRole;
import io.legame.insight.ServiceCosts;
import io.legame.insight.UnitCost;
import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The form of costs: {@code role:<kind>}, {@code all:<kind>}, {@code on:<channel>:<kind>}, and {@code other:<kind>} with
 * {@code otherCost:<kind>} for a channel that is not shown yet.
 */
record CostFields(RuleFields fields, ServiceCosts.Overview today) {
    /** The costs that differ from those of today. */
    List<UnitCost> changes() {
        var changes = new ArrayList<UnitCost>();
        for (String name : new TreeMap<>(fields.fields()).keySet()) {
            String[] parts = name.split(":", 3);
            if (name.startsWith("all:")) {
                add(changes, UnitCost.proposed(name.substring(4), null, amount(name)));
            } else if (name.startsWith("on:") && parts.length == 3) {
                add(changes, UnitCost.proposed(parts[2], parts[1], amount(name)));
            } else if (name.startsWith("other:") && !fields.text(name).isEmpty()) {
                String kind = name.substring(6);
                add(changes, UnitCost.proposed(kind, fields.text(name), amount("otherCost:" + kind)));
            }
        }
        return changes;
    }

    private @Nullable BigDecimal amount(String name) {
        return fields.text(name).isEmpty() ? null : fields.decimal(name);
    }

    private void add(List<UnitCost> changes, UnitCost cost) {
        BigDecimal now = today.of(cost.kind()).unit(cost.channel());
        boolean same = cost.amount() == null ? now == null : now != null && now.compareTo(cost.amount()) == 0;
        if (!same) {
            changes.add(cost);
        }
    }

    /** What kinds are said to be, where that differs from today. */
    Map<String, ContactRole> roles() {
        var roles = new TreeMap<String, ContactRole>();
        for (String name : fields.fields().keySet()) {
            if (name.startsWith("role:")) {
                String kind = name.substring(5);
                ContactRole role = role(fields.text(name));
                if (today.of(kind).role() != role) {
                    roles.put(UnitCost.proposed(kind, null, null).kind(), role);
                }
            }
        }
        return roles;
    }

    static ContactRole role(String code) {
        return Arrays.stream(ContactRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("insight.costs.error.role", code));
    }
}
