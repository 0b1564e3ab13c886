package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static io.legame.insight.WarehouseTables.LINE;
import static io.legame.insight.WarehouseTables.METRICS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What is so of a customer where a condition asks for something: "80.00" where it asks for 100 at least.
 *
 * @param value of a question in which {@link io.legame.insight.WarehouseTables#CUSTOMER} is the customer and the lines and
 *     interactions are theirs alone
 */
record Actual(Field<?> value, Function<Object, String> telling) {
    /** Null where it would say no more than the condition does, or takes long to find. */
    static @Nullable Actual of(Condition condition, LocalDate asOf, Words words) {
        return switch (condition) {
            case AttributeCondition attribute -> of(attribute.attribute(), asOf, words);
            case MetricCondition metric -> of(metric.metric(), words);
            case PurchaseCondition purchase -> of(purchase, asOf, words);
            case InteractionCondition interaction ->
                new Actual(
                        field(select(value(interaction.measure()))
                                .from(INTERACTION)
                                .where(interaction.counted(asOf))),
                        found -> found instanceof LocalDate day ? words.date(day) : words.decimal(decimal(found)));
            case TierCondition tier
            when tier.on() == null ->
                new Actual(
                        coalesce(
                                field(select(Standings.STANDING)
                                        .from(Standings.tiers(asOf))
                                        .where(Standings.CUSTOMER_ID.eq(CUSTOMER.ID))),
                                inline(TierSet.NONE)),
                        code -> FactForm.label("tier", code.toString(), words));
            case StageCondition stage ->
                new Actual(
                        field(select(Standings.STANDING)
                                .from(Standings.stages(stage.on() == null ? asOf : stage.on()))
                                .where(Standings.CUSTOMER_ID.eq(CUSTOMER.ID))),
                        code -> FactForm.label("stage", code.toString(), words));
            default -> null;
        };
    }

    private static @Nullable Actual of(Attribute attribute, LocalDate asOf, Words words) {
        return attribute.type() == Attribute.Type.FLAG
                ? null
                : new Actual(
                        attribute.column(),
                        value -> attribute.type() == Attribute.Type.AGE
                                ? words.decimal(BigDecimal.valueOf(Ages.of((LocalDate) value, asOf)))
                                : told(attribute.type(), attribute.word(), value, words));
    }

    private static Actual of(Metric metric, Words words) {
        return new Actual(
                field(select(metric.column()).from(METRICS).where(METRICS.CUSTOMER_ID.eq(CUSTOMER.ID))),
                value -> told(metric.type(), metric.word(), value, words));
    }

    private static String told(Attribute.Type type, String word, Object value, Words words) {
        return switch (type) {
            case CHOICE, TEXT -> FactForm.label(word, value.toString(), words);
            case MONTH -> FactForm.label(word, Integer.toString(((LocalDate) value).getMonthValue()), words);
            case DAY -> words.date((LocalDate) value);
            case MONEY -> words.formats().money(decimal(value));
            case COUNT -> words.decimal(decimal(value));
            case AGE, FLAG, PART -> value.toString();
        };
    }

    private static @Nullable Actual of(PurchaseCondition purchase, LocalDate asOf, Words words) {
        Measure measure = purchase.measure();
        Field<?> value = value(measure);
        return value == null
                ? null
                : new Actual(
                        field(select(value).from(LINE).where(purchase.counted(asOf))),
                        found -> found instanceof LocalDate day
                                ? words.date(day)
                                : measure.ofMoney()
                                        ? words.formats().money(decimal(found))
                                        : words.decimal(decimal(found)));
    }

    private static @Nullable Field<?> value(Measure measure) {
        return switch (measure) {
            case AMOUNT -> coalesce(sum(LINE.AMOUNT), inline(BigDecimal.ZERO));
            case ITEMS -> coalesce(sum(LINE.QUANTITY), inline(BigDecimal.ZERO));
            case DISCOUNT -> coalesce(sum(LINE.DISCOUNT), inline(BigDecimal.ZERO));
            case ORDERS, RETURNS -> countDistinct(LINE.INTERACTION_ID);
            case PRODUCTS -> countDistinct(LINE.PRODUCT_ID);
            case CATEGORIES -> countDistinct(LINE.CATEGORY);
            case BRANDS -> countDistinct(LINE.BRAND);
            case AVERAGE_ORDER ->
                sum(LINE.AMOUNT)
                        .div(nullif(
                                countDistinct(when(LINE.KIND.eq(Measure.PURCHASE), LINE.INTERACTION_ID)), inline(0)));
            case DAYS_SINCE_LAST, LAST_DATE -> max(LINE.OCCURRED_ON);
            case DAYS_SINCE_FIRST, FIRST_DATE -> min(LINE.OCCURRED_ON);
            case LARGEST_ORDER, SMALLEST_ORDER -> null;
        };
    }

    private static Field<?> value(ContactMeasure measure) {
        return switch (measure) {
            case NUMBER -> count();
            case DAYS -> countDistinct(INTERACTION.OCCURRED_ON);
            case DAYS_SINCE_LAST, LAST_DATE -> max(INTERACTION.OCCURRED_ON);
            case FIRST_DATE -> min(INTERACTION.OCCURRED_ON);
        };
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }
}
