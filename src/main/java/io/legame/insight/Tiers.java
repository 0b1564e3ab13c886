package io.legame.insight;

import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.WarehouseTables.TIER_MONTH;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many customers are in which value tier, what they are worth, and how they moved. */
@Component
public class Tiers {
    private final Warehouse warehouse;
    private final RuleBook rules;

    Tiers(Warehouse warehouse, RuleBook rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /**
     * A tier today; amounts are of the window.
     *
     * @param before how many were in it at the end of the last month
     */
    public record Standing(
            Tier tier, long customers, BigDecimal revenue, BigDecimal profit, BigDecimal costToServe, long before) {}

    /**
     * @param asOf the day that figures are of
     * @param tiers all four
     * @param none customers who neither bought nor cost anything in the window
     * @param customers all of them
     * @param uncosted the revenue of the window whose cost is not known
     * @param compared the last day of the month before, with which today is compared; null when there is none
     */
    public record Overview(
            LocalDate asOf,
            List<Standing> tiers,
            long none,
            long customers,
            BigDecimal revenue,
            BigDecimal uncosted,
            @Nullable LocalDate compared,
            TierRules rules) {
        public Standing of(Tier tier) {
            return tiers.stream()
                    .filter(each -> each.tier() == tier)
                    .findFirst()
                    .orElseThrow();
        }

        /** Whether anybody is in any tier. */
        public boolean isEmpty() {
            return tiers.stream().allMatch(tier -> tier.customers() == 0);
        }
    }

    /** Empty while nothing was computed yet. */
    public Optional<Overview> overview() {
        return warehouse.query(ask -> FiguresDay.find(ask).map(asOf -> overview(ask, asOf)));
    }

    private Overview overview(DSLContext ask, LocalDate asOf) {
        LocalDate compared = ask.select(max(TIER_MONTH.MONTH))
                .from(TIER_MONTH)
                .where(TIER_MONTH.MONTH.lt(asOf))
                .fetchSingle()
                .value1();
        Map<String, Integer> before = compared == null
                ? Map.of()
                : ask.select(TIER_MONTH.TIER, count())
                        .from(TIER_MONTH)
                        .where(TIER_MONTH.MONTH.eq(compared))
                        .groupBy(TIER_MONTH.TIER)
                        .fetchMap(TIER_MONTH.TIER, count());
        var standings = new EnumMap<Tier, Standing>(Tier.class);
        ask.select(
                        METRICS.TIER,
                        count(),
                        sum(METRICS.WINDOW_REVENUE),
                        sum(METRICS.WINDOW_PROFIT),
                        sum(METRICS.WINDOW_COST_TO_SERVE))
                .from(METRICS)
                .where(METRICS.TIER.isNotNull())
                .groupBy(METRICS.TIER)
                .forEach(row -> Tier.of(row.value1())
                        .ifPresent(tier -> standings.put(
                                tier,
                                new Standing(
                                        tier,
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        before.getOrDefault(tier.code(), 0)))));
        var all = ask.select(
                        count(),
                        coalesce(sum(METRICS.WINDOW_REVENUE), inline(BigDecimal.ZERO)),
                        coalesce(sum(METRICS.WINDOW_UNCOSTED), inline(BigDecimal.ZERO)))
                .from(METRICS)
                .fetchSingle();
        var tiers = new ArrayList<Standing>();
        for (Tier tier : Tier.values()) {
            Standing empty = new Standing(
                    tier, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, before.getOrDefault(tier.code(), 0));
            tiers.add(standings.getOrDefault(tier, empty));
        }
        long tiered = tiers.stream().mapToLong(Standing::customers).sum();
        return new Overview(
                asOf,
                tiers,
                all.value1() - tiered,
                all.value1(),
                all.value2(),
                all.value3(),
                compared,
                rules.inForce(TierRules.class, asOf));
    }

    /** @param customers by tier; a tier without any is missing */
    public record Month(LocalDate month, Map<Tier, Integer> customers) {
        public int of(Tier tier) {
            return customers.getOrDefault(tier, 0);
        }
    }

    /** The last two years, month by month, the oldest first; months before the first customer in a tier are left out. */
    public List<Month> months() {
        return warehouse.query(ask -> {
            var months = new TreeMap<LocalDate, Map<Tier, Integer>>();
            ask.select(TIER_MONTH.MONTH, TIER_MONTH.TIER, count())
                    .from(TIER_MONTH)
                    .groupBy(TIER_MONTH.MONTH, TIER_MONTH.TIER)
                    .forEach(row -> Tier.of(row.value2())
                            .ifPresent(tier -> months.computeIfAbsent(row.value1(), month -> new EnumMap<>(Tier.class))
                                    .put(tier, row.value3())));
            return months.entrySet().stream()
                    .map(month -> new Month(month.getKey(), month.getValue()))
                    .toList();
        });
    }

    /**
     * Who was in which tier then, and is now.
     *
     * @param from the last day of a month
     * @param to the last day of a later month; null for today
     * @param customers by the tier before and the tier after; null for none
     */
    public record Migration(LocalDate from, @Nullable LocalDate to, Map<Move, Integer> customers) {
        public int of(@Nullable Tier before, @Nullable Tier after) {
            return customers.getOrDefault(new Move(before, after), 0);
        }

        /** How many were in a tier before. */
        public int before(@Nullable Tier before) {
            return customers.entrySet().stream()
                    .filter(entry -> entry.getKey().before() == before)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        public int after(@Nullable Tier after) {
            return customers.entrySet().stream()
                    .filter(entry -> entry.getKey().after() == after)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        /** How many are in a better tier than before, those included who were in none. */
        public int risen() {
            return moved(Move::isRise);
        }

        public int fallen() {
            return moved(Move::isFall);
        }

        private int moved(java.util.function.Predicate<Move> which) {
            return customers.entrySet().stream()
                    .filter(entry -> which.test(entry.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    public record Move(@Nullable Tier before, @Nullable Tier after) {
        /** Whoever comes from none into a tier that brings something has risen. */
        public boolean isRise() {
            return after != null && after != Tier.PIOMBO && (before == null || after.compareTo(before) < 0);
        }

        public boolean isFall() {
            return before != null && before != Tier.PIOMBO && (after == null || after.compareTo(before) > 0);
        }
    }

    public Migration migration(LocalDate from, @Nullable LocalDate to) {
        return warehouse.query(ask -> {
            var before = at(from).asTable("before");
            var after = (to == null
                            ? select(METRICS.CUSTOMER_ID, METRICS.TIER)
                                    .from(METRICS)
                                    .where(METRICS.TIER.isNotNull())
                            : at(to))
                    .asTable("after");
            Field<String> tierBefore = tier(before);
            Field<String> tierAfter = tier(after);
            var moves = new HashMap<Move, Integer>();
            ask.select(tierBefore, tierAfter, count())
                    .from(before)
                    .fullOuterJoin(after)
                    .on(id(before).eq(id(after)))
                    .groupBy(tierBefore, tierAfter)
                    .forEach(row -> moves.put(
                            new Move(
                                    Tier.of(row.value1()).orElse(null),
                                    Tier.of(row.value2()).orElse(null)),
                            row.value3()));
            return new Migration(from, to, moves);
        });
    }

    private static org.jooq.Select<Record2<Long, String>> at(LocalDate month) {
        return select(TIER_MONTH.CUSTOMER_ID, TIER_MONTH.TIER).from(TIER_MONTH).where(TIER_MONTH.MONTH.eq(month));
    }

    private static Field<Long> id(Table<Record2<Long, String>> table) {
        return java.util.Objects.requireNonNull(table.field(0, Long.class));
    }

    private static Field<String> tier(Table<Record2<Long, String>> table) {
        return java.util.Objects.requireNonNull(table.field(1, String.class));
    }

    /** The months that can be compared, the newest first. */
    public List<LocalDate> comparable() {
        return warehouse.query(ask -> ask.selectDistinct(TIER_MONTH.MONTH)
                .from(TIER_MONTH)
                .orderBy(TIER_MONTH.MONTH.desc())
                .fetch(TIER_MONTH.MONTH));
    }
}
