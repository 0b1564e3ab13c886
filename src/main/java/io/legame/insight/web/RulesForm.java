package io.legame.insight.web;

import io.legame.insight.LifeCycleRules;
import io.legame.platform.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of the life cycle as a form has them, and what is wrong with them field by field.
 *
 * @param held what stands where nothing was written
 */
public record RulesForm(RuleFields sent, LifeCycleRules held) {
    public static final List<String> FIELDS =
            List.of("newDays", "loyalPurchases", "loyalWithin", "atRiskAfter", "dormantAfter", "lostAfter");
    /** Where a field is not a number, the others are still looked at beside it. */
    private static final List<Integer> USUAL = numbers(LifeCycleRules.DEFAULT);

    private static final int AT_RISK = FIELDS.indexOf("atRiskAfter");
    private static final int DORMANT = FIELDS.indexOf("dormantAfter");

    /** In the order of the fields. */
    static List<Integer> numbers(LifeCycleRules rules) {
        return List.of(
                rules.newDays(),
                rules.loyalPurchases(),
                rules.loyalWithin(),
                rules.atRiskAfter(),
                rules.dormantAfter(),
                rules.lostAfter());
    }

    public String value(String field) {
        return sent.or(field, numbers(held).get(FIELDS.indexOf(field)).toString());
    }

    /** By the field, the last one {@code from}; empty when they can be decided. */
    public Map<String, Refusal> faults() {
        var faults = new LinkedHashMap<String, Refusal>();
        var numbers = new ArrayList<>(USUAL);
        for (int i = 0; i < FIELDS.size(); i++) {
            try {
                numbers.set(i, Integer.valueOf(value(FIELDS.get(i))));
            } catch (NumberFormatException e) {
                faults.put(FIELDS.get(i), Refusal.of("insight.rules.error.number"));
            }
        }
        addFaults(numbers, faults);
        try {
            sent.from();
        } catch (Refusal refusal) {
            faults.put("from", refusal);
        }
        return faults;
    }

    /** The rules refuse the first fault they find: it is put aside, and they are asked again. */
    private static void addFaults(List<Integer> numbers, Map<String, Refusal> faults) {
        for (int asked = 0; asked <= FIELDS.size(); asked++) {
            try {
                rules(numbers);
                return;
            } catch (Refusal refusal) {
                int place = FIELDS.indexOf(refusal.key().substring(refusal.key().lastIndexOf('.') + 1));
                if (place >= 0) {
                    faults.put(FIELDS.get(place), refusal);
                    numbers.set(place, USUAL.get(place));
                } else {
                    // the order tells nothing beside a number that is none
                    if (faults.isEmpty()) {
                        boolean early = numbers.get(AT_RISK) >= numbers.get(DORMANT);
                        faults.put(early ? "dormantAfter" : "lostAfter", refusal);
                    }
                    return;
                }
            }
        }
    }

    private static LifeCycleRules rules(List<Integer> numbers) {
        return new LifeCycleRules(
                numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), numbers.get(5));
    }

    /** @throws Refusal with the first fault */
    LifeCycleRules rules() {
        faults().values().stream().findFirst().ifPresent(fault -> {
            throw fault;
        });
        return rules(FIELDS.stream().map(field -> Integer.valueOf(value(field))).toList());
    }
}
