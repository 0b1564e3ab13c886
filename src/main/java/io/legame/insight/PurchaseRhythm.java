package io.legame.insight;

import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How long customers take from one day of purchase to the next. */
@Component
public class PurchaseRhythm {
    /** Of fewer nothing can be told. */
    static final long LEAST = 100;

    private final Warehouse warehouse;
    private final RuleBook rules;

    PurchaseRhythm(Warehouse warehouse, RuleBook rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /**
     * @param day the day up to which purchases count
     * @param gaps how many times customers came back after so many days
     */
    public record Rhythm(LocalDate day, NavigableMap<Integer, Long> gaps) {
        public long size() {
            return gaps.values().stream().mapToLong(Long::longValue).sum();
        }

        /** The fewest days within which at least that share came back; 0 when nobody did. */
        public int within(double share) {
            long wanted = (long) Math.ceil(size() * share);
            long passed = 0;
            for (var each : gaps.entrySet()) {
                passed += each.getValue();
                if (passed >= wanted) {
                    return each.getKey();
                }
            }
            return 0;
        }

        /**
         * Rules by this rhythm, in round numbers of days: new for as long as half take to come back; at risk when three in
         * four would have, dormant when nine in ten, lost when nineteen in twenty. Loyal is who never was at risk between so
         * many purchases as now. Empty when too few came back to tell.
         */
        public Optional<LifeCycleRules> proposal(LifeCycleRules now) {
            if (size() < LEAST) {
                return Optional.empty();
            }
            int atRisk = round(within(0.75));
            int dormant = Math.max(round(within(0.90)), round(atRisk + 1));
            int lost = Math.max(round(within(0.95)), round(dormant + 1));
            return lost > LifeCycleRules.MOST_DAYS
                    ? Optional.empty()
                    : Optional.of(new LifeCycleRules(
                            round(within(0.5)),
                            now.loyalPurchases(),
                            Math.min(LifeCycleRules.MOST_DAYS, (now.loyalPurchases() - 1) * atRisk),
                            atRisk,
                            dormant,
                            lost));
        }

        private static int round(int days) {
            int step = days > 100 ? 10 : days > 20 ? 5 : 1;
            return Math.max(1, Math.ceilDiv(days, step) * step);
        }
    }

    public Rhythm rhythm() {
        return warehouse.query(this::rhythm);
    }

    private Rhythm rhythm(DSLContext ask) {
        LocalDate day = FiguresDay.of(ask, rules.companyDay());
        var customer = field(name("customer_id"), Long.class);
        var bought = field(name("occurred_on"), LocalDate.class);
        var orders = PaidOrders.of(LINE.OCCURRED_ON.le(day));
        var days = select(customer, bought).from(orders.asTable("orders")).groupBy(customer, bought);
        var before = lag(bought).over().partitionBy(customer).orderBy(bought);
        var gap = localDateDiff(bought, before).as("gap");
        var gaps = new TreeMap<Integer, Long>();
        ask.select(field(name("gap"), Integer.class), count())
                .from(select(gap).from(days.asTable("days")).asTable("gaps"))
                .where(field(name("gap")).isNotNull())
                .groupBy(field(name("gap")))
                .forEach(row -> gaps.put(row.value1(), row.value2().longValue()));
        return new Rhythm(day, gaps);
    }
}
