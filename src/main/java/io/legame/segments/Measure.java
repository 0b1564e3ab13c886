package io.legame.segments;

import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of a customer's purchases. Amounts, items and discounts are net of returns; the others, but for the
 * number of returns, know purchases only.
 */
enum Measure {
    AMOUNT("amount"),
    ORDERS("orders"),
    ITEMS("items"),
    /** The net amount by order; unknown without an order. */
    AVERAGE_ORDER("averageOrder"),
    LARGEST_ORDER("largestOrder"),
    SMALLEST_ORDER("smallestOrder"),
    /** By how much what was bought cost less than its price. */
    DISCOUNT("discount"),
    /** How many different ones. */
    PRODUCTS("products"),
    CATEGORIES("categories"),
    BRANDS("brands"),
    RETURNS("returns"),
    DAYS_SINCE_LAST("daysSinceLast"),
    LAST_DATE("lastDate"),
    DAYS_SINCE_FIRST("daysSinceFirst"),
    FIRST_DATE("firstDate");

    static final String PURCHASE = "purchase";
    static final String RETURN = "return";

    /** Of the orders one by one. */
    static final Field<BigDecimal> ORDER_AMOUNT = field(DSL.name("order_amount"), BigDecimal.class);

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
        return switch (this) {
            case AMOUNT, AVERAGE_ORDER, LARGEST_ORDER, SMALLEST_ORDER, DISCOUNT -> true;
            case ORDERS, ITEMS, PRODUCTS, CATEGORIES, BRANDS, RETURNS -> false;
            case DAYS_SINCE_LAST, LAST_DATE, DAYS_SINCE_FIRST, FIRST_DATE -> false;
        };
    }

    boolean ofDaysSince() {
        return this == DAYS_SINCE_LAST || this == DAYS_SINCE_FIRST;
    }

    /** Whether orders are measured one by one before the customer is. */
    boolean ofOneOrder() {
        return this == LARGEST_ORDER || this == SMALLEST_ORDER;
    }

    /** What it is for a customer without any line; null: unknown. */
    @Nullable
    BigDecimal ofNothing() {
        return switch (this) {
            case AMOUNT, ORDERS, ITEMS, DISCOUNT, PRODUCTS, CATEGORIES, BRANDS, RETURNS -> BigDecimal.ZERO;
            case AVERAGE_ORDER, LARGEST_ORDER, SMALLEST_ORDER -> null;
            case DAYS_SINCE_LAST, LAST_DATE, DAYS_SINCE_FIRST, FIRST_DATE -> null;
        };
    }

    /** The lines that it is measured on. */
    org.jooq.Condition lines() {
        return switch (this) {
            case AMOUNT, ITEMS, AVERAGE_ORDER, DISCOUNT -> noCondition();
            case RETURNS -> LINE.KIND.eq(RETURN);
            case ORDERS, LARGEST_ORDER, SMALLEST_ORDER, PRODUCTS, CATEGORIES, BRANDS -> LINE.KIND.eq(PURCHASE);
            case DAYS_SINCE_LAST, LAST_DATE, DAYS_SINCE_FIRST, FIRST_DATE -> LINE.KIND.eq(PURCHASE);
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
            case DISCOUNT -> number.sql(sum(LINE.DISCOUNT));
            case ORDERS, RETURNS -> number.sql(different(LINE.INTERACTION_ID));
            case PRODUCTS -> number.sql(different(LINE.PRODUCT_ID));
            case CATEGORIES -> number.sql(different(LINE.CATEGORY));
            case BRANDS -> number.sql(different(LINE.BRAND));
            case LARGEST_ORDER -> number.sql(max(ORDER_AMOUNT));
            case SMALLEST_ORDER -> number.sql(min(ORDER_AMOUNT));
            case AVERAGE_ORDER -> average(number);
            case DAYS_SINCE_LAST, LAST_DATE -> daysSince(number, max(LINE.OCCURRED_ON), asOf);
            case DAYS_SINCE_FIRST, FIRST_DATE -> daysSince(number, min(LINE.OCCURRED_ON), asOf);
        };
    }

    private static Field<BigDecimal> different(Field<?> column) {
        return countDistinct(column).coerce(BigDecimal.class);
    }

    /** Multiplies instead of dividing: exact in every engine. */
    private static org.jooq.Condition average(Comparison<BigDecimal> average) {
        Field<Integer> orders = countDistinct(when(LINE.KIND.eq(PURCHASE), LINE.INTERACTION_ID));
        return orders.gt(0).and(Comparison.sqlTimes(average, sum(LINE.AMOUNT), orders));
    }

    static org.jooq.Condition daysSince(Comparison<BigDecimal> days, Field<LocalDate> day, LocalDate asOf) {
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
