package io.legame.insight;

import static io.legame.insight.WarehouseTables.LINE;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What known customers bought, period by period; purchases are those that {@link Cohorts} count. */
@Component
public class PurchasePeriods {
    private static final int MONEY_DECIMALS = 4;

    private final Warehouse warehouse;
    private final Cohorts cohorts;

    PurchasePeriods(Warehouse warehouse, Cohorts cohorts) {
        this.warehouse = warehouse;
        this.cohorts = cohorts;
    }

    /**
     * @param number of the period, as {@link CohortPeriod} counts
     * @param customers who bought in it
     * @param newCustomers who bought for the first time ever
     * @param running whether the period is not over
     */
    public record Row(
            int number,
            long customers,
            long newCustomers,
            long orders,
            long lines,
            BigDecimal revenue,
            boolean running) {

        /** Null without orders. */
        public @Nullable BigDecimal averageOrder() {
            return orders == 0
                    ? null
                    : revenue.divide(BigDecimal.valueOf(orders), MONEY_DECIMALS, RoundingMode.HALF_UP);
        }
    }

    /** The newest periods, the oldest of them first; fewer where nobody bought before, none without any purchase. */
    public List<Row> latest(CohortPeriod by, int periods) {
        LocalDate today = cohorts.today();
        return warehouse.query(ask -> {
            Cohorts.Known known = Cohorts.Known.until(ask, today);
            return known == null ? List.of() : rows(ask, by, periods, known);
        });
    }

    private record Bought(long customers, long orders, long lines, BigDecimal revenue) {
        static final Bought NOTHING = new Bought(0, 0, 0, BigDecimal.ZERO);
    }

    private static List<Row> rows(DSLContext ask, CohortPeriod by, int periods, Cohorts.Known known) {
        LocalDate until = known.until();
        int newest = by.number(until);
        int oldest = Math.max(by.number(known.first()), newest - periods + 1);
        Map<Integer, Bought> bought = bought(ask, by, by.firstDay(oldest), until);
        Map<Integer, Long> beginners = beginners(ask, by, by.firstDay(oldest), until);
        boolean isOver = !until.isBefore(by.lastDay(newest));
        var rows = new ArrayList<Row>();
        for (int number = oldest; number <= newest; number++) {
            Bought here = bought.getOrDefault(number, Bought.NOTHING);
            rows.add(new Row(
                    number,
                    here.customers(),
                    beginners.getOrDefault(number, 0L),
                    here.orders(),
                    here.lines(),
                    here.revenue(),
                    number == newest && !isOver));
        }
        return rows;
    }

    private static Map<Integer, Bought> bought(DSLContext ask, CohortPeriod by, LocalDate from, LocalDate until) {
        Field<Integer> period = by.number(LINE.OCCURRED_ON);
        var bought = new HashMap<Integer, Bought>();
        ask.select(
                        period,
                        countDistinct(LINE.CUSTOMER_ID),
                        countDistinct(LINE.INTERACTION_ID),
                        count(),
                        sum(LINE.AMOUNT))
                .from(LINE)
                .where(Cohorts.PAID)
                .and(LINE.OCCURRED_ON.between(from, until))
                .groupBy(period)
                .forEach(row -> bought.put(
                        row.value1(),
                        new Bought(
                                requireNonNull(row.value2()),
                                requireNonNull(row.value3()),
                                requireNonNull(row.value4()),
                                requireNonNull(row.value5()))));
        return bought;
    }

    private static Map<Integer, Long> beginners(DSLContext ask, CohortPeriod by, LocalDate from, LocalDate until) {
        Field<LocalDate> firstOn = field(name("began", "first_on"), LocalDate.class);
        var began = name("began")
                .fields("first_on")
                .as(select(min(LINE.OCCURRED_ON))
                        .from(LINE)
                        .where(Cohorts.PAID)
                        .and(LINE.OCCURRED_ON.le(until))
                        .groupBy(LINE.CUSTOMER_ID));
        Field<Integer> period = by.number(firstOn);
        var beginners = new HashMap<Integer, Long>();
        ask.with(began)
                .select(period, count())
                .from(began)
                .where(firstOn.ge(from))
                .groupBy(period)
                .forEach(row -> beginners.put(row.value1(), (long) requireNonNull(row.value2())));
        return beginners;
    }
}
