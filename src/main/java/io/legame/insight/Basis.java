package io.legame.insight;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
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
        static final Measure NONE = new Measure(null, null);
    }

    static Basis read(Connection postgres) throws SQLException {
        return new Basis(
                rules(postgres, LifeCycleRules.class, LifeCycleRules.DEFAULT),
                rules(postgres, TierRules.class, TierRules.DEFAULT),
                rules(postgres, RfmRules.class, RfmRules.DEFAULT),
                roles(postgres),
                costs(postgres),
                closings(postgres));
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
        int place = changed.size();
        while (place > 1 && changed.get(place - 1).from().isAfter(from)) {
            place--;
        }
        changed.add(place, new Dated<>(from, decided));
        return changed;
    }

    private static <T extends Rules> List<Dated<T>> rules(Connection postgres, Class<T> type, T first)
            throws SQLException {
        var rules = new ArrayList<Dated<T>>();
        rules.add(new Dated<>(BEGINNING, first));
        try (var statement = postgres.prepareStatement(
                "select valid_from, body::text from insight.rules where kind = ? order by valid_from, id")) {
            statement.setString(1, Rules.kind(type));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rules.add(new Dated<>(rows.getObject(1, LocalDate.class), JSON.readValue(rows.getString(2), type)));
                }
            }
        }
        return List.copyOf(rules);
    }

    private static Map<String, ContactRole> roles(Connection postgres) throws SQLException {
        var roles = new TreeMap<String, ContactRole>();
        try (var statement = postgres.createStatement();
                var rows = statement.executeQuery("select kind, role from insight.contact_kind")) {
            while (rows.next()) {
                roles.put(rows.getString(1), ContactRole.of(rows.getString(2)));
            }
        }
        return roles;
    }

    private static List<UnitCost> costs(Connection postgres) throws SQLException {
        var costs = new ArrayList<UnitCost>();
        try (var statement = postgres.createStatement();
                var rows = statement.executeQuery(
                        "select kind, channel, valid_from, amount from insight.unit_cost order by id")) {
            while (rows.next()) {
                costs.add(new UnitCost(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getObject(3, LocalDate.class),
                        rows.getBigDecimal(4)));
            }
        }
        return List.copyOf(costs);
    }

    private static SortedMap<LocalDate, Measure> closings(Connection postgres) throws SQLException {
        var closings = new TreeMap<LocalDate, Measure>();
        try (var statement = postgres.createStatement();
                var rows = statement.executeQuery("select month, good, high from insight.closing")) {
            while (rows.next()) {
                closings.put(
                        rows.getObject(1, LocalDate.class), new Measure(rows.getBigDecimal(2), rows.getBigDecimal(3)));
            }
        }
        return closings;
    }
}
