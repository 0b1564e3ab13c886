package io.legame.segments;

import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.legame.segments.Check.Compared;
import io.legame.segments.Check.Day;
import io.legame.segments.Check.Numeric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What is measured of a customer's purchases. Amounts and items are net of returns; the others know purchases only. */
enum Measure {
    AMOUNT("amount"),
    ORDERS("orders"),
    ITEMS("items"),
    /** The net amount by order; unknown without an order. */
    AVERAGE_ORDER("averageOrder"),
    DAYS_SINCE_LAST("daysSinceLast"),
    LAST_DATE("lastDate"),
    DAYS_SINCE_FIRST("daysSinceFirst"),
    FIRST_DATE("firstDate");

    static final String PURCHASE = "purchase";

    private final String word;

    Measure(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Measure::word).toList();
    }

    static Optional<Measure> of(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word.equals(word))
                .findFirst();
    }

    boolean ofDays() {
        return this == LAST_DATE || this == FIRST_DATE;
    }

    boolean ofMoney() {
        return this == AMOUNT || this == AVERAGE_ORDER;
    }

    boolean ofDaysSince() {
        return this == DAYS_SINCE_LAST || this == DAYS_SINCE_FIRST;
    }

    /** What it is for a customer without any line; null: unknown. */
    @Nullable
    BigDecimal ofNothing() {
        return switch (this) {
            case AMOUNT, ORDERS, ITEMS -> BigDecimal.ZERO;
            case AVERAGE_ORDER, DAYS_SINCE_LAST, LAST_DATE, DAYS_SINCE_FIRST, FIRST_DATE -> null;
        };
    }

    /** The lines that it is measured on. */
    org.jooq.Condition lines() {
        return switch (this) {
            case AMOUNT, ITEMS, AVERAGE_ORDER -> noCondition();
            case ORDERS, DAYS_SINCE_LAST, LAST_DATE, DAYS_SINCE_FIRST, FIRST_DATE -> LINE.KIND.eq(PURCHASE);
        };
    }

    /** For groups of lines of a customer: never null in SQL's sense. */
    org.jooq.Condition having(Compared check, LocalDate asOf) {
        return switch (check) {
            case Numeric numeric -> having(numeric.comparison(), asOf);
            case Day day -> day.comparison().sql(this == LAST_DATE ? max(LINE.OCCURRED_ON) : min(LINE.OCCURRED_ON));
        };
    }

    private org.jooq.Condition having(Comparison<BigDecimal> number, LocalDate asOf) {
        return switch (this) {
            case AMOUNT -> number.sql(sum(LINE.AMOUNT));
            case ITEMS -> number.sql(sum(LINE.QUANTITY));
            case ORDERS -> number.sql(countDistinct(LINE.INTERACTION_ID).coerce(BigDecimal.class));
            case AVERAGE_ORDER -> average(number);
            case DAYS_SINCE_LAST, LAST_DATE -> daysSince(number, max(LINE.OCCURRED_ON), asOf);
            case DAYS_SINCE_FIRST, FIRST_DATE -> daysSince(number, min(LINE.OCCURRED_ON), asOf);
        };
    }

    /** Multiplies instead of dividing: exact in every engine. */
    private static org.jooq.Condition average(Comparison<BigDecimal> average) {
        Field<Integer> orders = countDistinct(when(LINE.KIND.eq(PURCHASE), LINE.INTERACTION_ID));
        return orders.gt(0).and(Comparison.sqlTimes(average, sum(LINE.AMOUNT), orders));
    }

    private static org.jooq.Condition daysSince(Comparison<BigDecimal> days, Field<LocalDate> day, LocalDate asOf) {
        LocalDate first = asOf.minusDays(days.first().intValueExact());
        return switch (days.operator()) {
            case AT_LEAST -> day.le(first);
            case AT_MOST -> day.ge(first);
            case MORE_THAN -> day.lt(first);
            case LESS_THAN -> day.gt(first);
            case EXACTLY -> day.eq(first);
            case BETWEEN -> day.between(asOf.minusDays(days.lastTold().intValueExact()), first);
        };
    }
}
