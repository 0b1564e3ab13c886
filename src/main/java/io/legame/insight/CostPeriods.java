package io.legame.insight;

import io.legame.timeline.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What interactions are and cost, as it is joined to them: one row for each kind, channel and day that anything is said of. */
final class CostPeriods {
    /** How the cost of what happened nowhere in particular is found. */
    private static final String NO_CHANNEL = "";

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final Basis basis;

    private CostPeriods(Basis basis) {
        this.basis = basis;
    }

    /**
     * @param until the first day when it is otherwise
     * @param cost null for none
     */
    record Period(
            String kind,
            String channel,
            LocalDate from,
            LocalDate until,
            ContactRole role,
            @Nullable BigDecimal cost) {
        private String row() {
            return "(%s, '%s', %s, %s, %s::decimal(18, 4), '%s')"
                    .formatted(
                            DSL.inline(kind),
                            channel,
                            ValueSql.literal(from),
                            ValueSql.literal(until),
                            cost == null ? "null" : cost.toPlainString(),
                            role.code());
        }
    }

    static List<Period> of(Basis basis) {
        var periods = new CostPeriods(basis);
        return Stream.concat(
                        basis.roles().keySet().stream(), basis.costs().stream().map(UnitCost::kind))
                .distinct()
                .flatMap(kind -> Stream.concat(
                                Stream.of(NO_CHANNEL),
                                Arrays.stream(Channel.values()).map(Channel::code))
                        .flatMap(channel -> periods.of(kind, channel).stream()))
                .toList();
    }

    /** All of them as rows of kind, channel, from_on, until_on, cost and role, for the SQL word {@code values}. */
    static String rows(Basis basis) {
        return rows(of(basis).stream());
    }

    /** The same of those that cost something. */
    static String costs(Basis basis) {
        return rows(of(basis).stream().filter(period -> period.cost() != null));
    }

    private static String rows(Stream<Period> periods) {
        String rows = periods.map(Period::row).collect(Collectors.joining(", "));
        return rows.isEmpty() ? "('', '', date '0001-01-01', date '0001-01-01', 0::decimal(18, 4), 'none')" : rows;
    }

    private List<Period> of(String kind, String channel) {
        List<UnitCost> costs =
                basis.costs().stream().filter(cost -> cost.kind().equals(kind)).toList();
        ContactRole role = basis.roles().getOrDefault(kind, ContactRole.CONTACT);
        var days = new TreeSet<LocalDate>();
        days.add(Basis.BEGINNING);
        costs.forEach(cost -> days.add(cost.validFrom()));
        var periods = new ArrayList<Period>();
        for (LocalDate day : days) {
            LocalDate next = days.higher(day);
            BigDecimal cost = cost(costs, channel, day);
            periods.add(new Period(
                    kind,
                    channel,
                    day,
                    next == null ? END : next,
                    role,
                    cost == null || cost.signum() == 0 ? null : cost));
        }
        return periods;
    }

    /** What was decided for exactly this kind and channel, null for all channels; null for nothing. */
    static @Nullable BigDecimal decided(Basis basis, String kind, @Nullable String channel, LocalDate day) {
        return latest(
                basis.costs().stream().filter(cost -> cost.kind().equals(kind)).toList(), channel, day);
    }

    private static @Nullable BigDecimal cost(List<UnitCost> costs, String channel, LocalDate day) {
        BigDecimal own = latest(costs, channel, day);
        return own == null ? latest(costs, null, day) : own;
    }

    /** @param costs in the order in which they were decided: the last one counts from its day on */
    private static @Nullable BigDecimal latest(List<UnitCost> costs, @Nullable String channel, LocalDate day) {
        UnitCost latest = null;
        for (UnitCost cost : costs) {
            if (Objects.equals(cost.channel(), channel) && !cost.validFrom().isAfter(day)) {
                latest = cost;
            }
        }
        return latest == null ? null : latest.amount();
    }
}
