package io.legame.insight;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What figures rest on besides facts: everything the company decided, each with the day from which it counts.
 *
 * @param closings what the tiers of closed months are measured by, by the month's last day
 */
record Basis(
        List<Dated<LifeCycleRules>> lifeCycle,
        List<Dated<TierRules>> tiers,
        List<Dated<RfmRules>> rfm,
        Map<String, ContactRole> roles,
        List<UnitCost> costs,
        SortedMap<LocalDate, Measure> closings) {
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param good the least profit that is good; null when nobody had one */
    record Measure(@Nullable BigDecimal good, @Nullable BigDecimal high) {
        static final Measure NOBODY = new Measure(null, null);
    }

    /** Everything in one statement: asked for three times a second, and of one moment. */
    static Basis read(Connection postgres) throws SQLException {
        var basis = new Basis(
                beginning(LifeCycleRules.DEFAULT),
                beginning(TierRules.DEFAULT),
                beginning(RfmRules.DEFAULT),
                new TreeMap<>(),
                new ArrayList<>(),
                new TreeMap<>());
        try (var statement = postgres.createStatement();
                var rows = statement.executeQuery(DECIDED)) {
            while (rows.next()) {
                basis.add(rows);
            }
        }
        return basis;
    }

    private static <T extends Rules> List<Dated<T>> beginning(T first) {
        var rules = new ArrayList<Dated<T>>();
        rules.add(new Dated<>(BEGINNING, first));
        return rules;
    }

    /** In the order of the decisions. */
    private static final String DECIDED = """
            select * from (
                select kind as what, null as name, null as channel, valid_from as day, body::text as text,
                    null::numeric as amount, null::numeric as other, id
                from insight.rules
                union all select 'role', kind, null, null, role, null, null, 0 from insight.contact_kind
                union all select 'cost', kind, channel, valid_from, null, amount, null, id from insight.unit_cost
                union all select 'closing', null, null, month, null, good, high, 0 from insight.closing
            ) decided order by what, id
            """;

    private void add(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        String text = row.getString("text");
        BigDecimal amount = row.getBigDecimal("amount");
        switch (row.getString("what")) {
            case "role" -> roles.put(row.getString("name"), ContactRole.of(text));
            case "cost" -> costs.add(new UnitCost(row.getString("name"), row.getString("channel"), day, amount));
            case "closing" -> closings.put(day, new Measure(amount, row.getBigDecimal("other")));
            case "life_cycle" -> Dated.decide(lifeCycle, day, JSON.readValue(text, LifeCycleRules.class));
            case "tiers" -> Dated.decide(tiers, day, JSON.readValue(text, TierRules.class));
            default -> Dated.decide(rfm, day, JSON.readValue(text, RfmRules.class));
        }
    }

    /** The same text, the same figures for the same facts. */
    String fingerprint() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Basis with(Rules decided, LocalDate from) {
        return switch (decided) {
            case LifeCycleRules each -> new Basis(changed(lifeCycle, each, from), tiers, rfm, roles, costs, closings);
            case TierRules each -> new Basis(lifeCycle, changed(tiers, each, from), rfm, roles, costs, closings);
            case RfmRules each -> new Basis(lifeCycle, tiers, changed(rfm, each, from), roles, costs, closings);
        };
    }

    Basis with(List<UnitCost> moreCosts) {
        var all = new ArrayList<>(costs);
        all.addAll(moreCosts);
        return new Basis(lifeCycle, tiers, rfm, roles, all, closings);
    }

    /** As if the costs had counted since ever, and none before. */
    Basis always(List<UnitCost> otherCosts) {
        var all = new ArrayList<>(costs);
        all.removeIf(cost -> otherCosts.stream().anyMatch(cost::isOfSame));
        all.addAll(otherCosts);
        return new Basis(lifeCycle, tiers, rfm, roles, all, closings);
    }

    private static <T extends Rules> List<Dated<T>> changed(List<Dated<T>> all, T decided, LocalDate from) {
        var changed = new ArrayList<>(all);
        Dated.decide(changed, from, decided);
        return changed;
    }
}
