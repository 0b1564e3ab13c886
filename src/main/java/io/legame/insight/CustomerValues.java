package io.legame.insight;

import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.legame.customers.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers are worth. A look at one takes the same time whether ten or a hundred thousand facts are theirs. */
@Component
public class CustomerValues {
    private final Warehouse warehouse;

    CustomerValues(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** All zero for a customer without purchases, or one who is not known. */
    public CustomerValue of(CustomerId customer) {
        return warehouse.query(ask -> total(years(ask, customer)));
    }

    /** An order is of one day, so the orders of the years can be added. */
    private record YearOfLines(
            int year,
            BigDecimal revenue,
            BigDecimal returned,
            int orders,
            int returns,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable BigDecimal cost,
            boolean costKnown) {}

    private static List<YearOfLines> years(DSLContext ask, CustomerId customer) {
        var trade = select(
                        LINE.OCCURRED_ON.as("day"),
                        LINE.KIND.as("kind"),
                        sum(LINE.AMOUNT).as("amount"),
                        sum(LINE.COST).as("cost"),
                        count().filterWhere(LINE.COST.isNull()).as("uncosted"))
                .from(LINE)
                .where(LINE.CUSTOMER_ID.eq(customer.value()))
                .groupBy(LINE.INTERACTION_ID, LINE.OCCURRED_ON, LINE.KIND)
                .asTable("trade");
        Field<LocalDate> day = field(name("trade", "day"), LocalDate.class);
        Field<BigDecimal> amount = field(name("trade", "amount"), BigDecimal.class);
        Field<BigDecimal> cost = field(name("trade", "cost"), BigDecimal.class);
        Field<Integer> uncosted = field(name("trade", "uncosted"), Integer.class);
        Condition isReturn = field(name("trade", "kind"), String.class).eq("return");
        Condition isOrder = isReturn.not().and(amount.gt(BigDecimal.ZERO));
        var year = extract(day, DatePart.YEAR);
        return ask.select(
                        year,
                        sum(amount),
                        sum(amount).filterWhere(isReturn),
                        count().filterWhere(isOrder),
                        count().filterWhere(isReturn),
                        min(day).filterWhere(isOrder),
                        max(day).filterWhere(isOrder),
                        sum(cost),
                        sum(uncosted))
                .from(trade)
                .groupBy(year)
                .orderBy(year)
                .fetch(row -> new YearOfLines(
                        row.value1(),
                        row.value2(),
                        row.value3() == null ? BigDecimal.ZERO : row.value3().negate(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9().signum() == 0));
    }

    private static CustomerValue total(List<YearOfLines> years) {
        BigDecimal revenue = sumOf(years, YearOfLines::revenue);
        boolean costKnown = !years.isEmpty() && years.stream().allMatch(YearOfLines::costKnown);
        return new CustomerValue(
                revenue,
                years.stream().mapToInt(YearOfLines::orders).sum(),
                years.stream().mapToInt(YearOfLines::returns).sum(),
                sumOf(years, YearOfLines::returned),
                years.stream()
                        .map(YearOfLines::first)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                years.reversed().stream()
                        .map(YearOfLines::last)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                costKnown ? revenue.subtract(sumOf(years, YearOfLines::cost)) : null,
                withoutGaps(years));
    }

    private static BigDecimal sumOf(List<YearOfLines> years, Function<YearOfLines, @Nullable BigDecimal> amount) {
        BigDecimal sum = BigDecimal.ZERO;
        for (YearOfLines year : years) {
            BigDecimal value = amount.apply(year);
            sum = value == null ? sum : sum.add(value);
        }
        return sum;
    }

    private static List<CustomerValue.Year> withoutGaps(List<YearOfLines> years) {
        Map<Integer, BigDecimal> revenues = new TreeMap<>();
        years.forEach(year -> revenues.put(year.year(), year.revenue()));
        var all = new ArrayList<CustomerValue.Year>();
        if (!years.isEmpty()) {
            for (int year = years.getFirst().year(); year <= years.getLast().year(); year++) {
                all.add(new CustomerValue.Year(year, revenues.getOrDefault(year, BigDecimal.ZERO)));
            }
        }
        return all;
    }
}
