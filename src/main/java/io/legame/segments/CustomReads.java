package io.legame.segments;

import static io.legame.insight.WarehouseFunctions.dayMonthYear;
import static io.legame.insight.WarehouseFunctions.matches;
import static io.legame.insight.WarehouseFunctions.withoutAccents;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.tryCast;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.NUMERIC;

import io.legame.customers.CustomFieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

/**
 * Reads stored values of custom fields by the types that the fields have today, in the warehouse; null for what is no
 * value of the type. First as the type itself writes them, which is all that most fields have; then as people write what
 * was stored as a text, see docs/decisions/0019.
 */
final class CustomReads {
    private static final String DECIMAL_COMMA = "[+-]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+),[0-9]+";
    private static final String GROUPED = "[+-]?[0-9]{1,3}(,[0-9]{3})+[.][0-9]+";

    private static final DataType<BigDecimal> PRECISE = NUMERIC(38, 18);

    private CustomReads() {}

    /** @param currency of amounts; those in other currencies are not compared with it */
    static Field<?> of(CustomFieldType type, Field<String> value, String currency) {
        return switch (type) {
            case TEXT, LINK, EMAIL, PHONE, CHOICE, CHOICES -> value;
            case NUMBER -> number(value);
            case MONEY -> amount(value, currency);
            case DATE -> day(value);
            case YES_NO -> answer(value);
        };
    }

    /** Eighteen digits before the point and as many after it. */
    private static Field<BigDecimal> number(Field<String> value) {
        Field<String> asPeopleWrite = when(
                        matches(value, DECIMAL_COMMA),
                        replace(replace(value, inline("."), inline("")), inline(","), inline(".")))
                .when(matches(value, GROUPED), replace(value, inline(","), inline("")));
        return coalesce(tryCast(value, PRECISE), tryCast(asPeopleWrite, PRECISE));
    }

    /** Whether it is a value at all; amounts are in whatever currency. */
    static Condition isValue(CustomFieldType type, Field<String> value) {
        return type == CustomFieldType.MONEY
                ? amount(value, "[A-Z]{3}").isNotNull()
                : of(type, value, "").isNotNull();
    }

    /** A number that was stored without a currency is an amount of the company's. */
    private static Field<BigDecimal> amount(Field<String> value, String currency) {
        return when(
                        matches(value, ".* " + currency),
                        tryCast(left(value, length(value).minus(4)), PRECISE))
                .otherwise(number(value));
    }

    private static Field<LocalDate> day(Field<String> value) {
        return coalesce(tryCast(value, LOCALDATE), dayMonthYear(value));
    }

    private static Field<Boolean> answer(Field<String> value) {
        Field<String> plain = withoutAccents(lower(value));
        return when(value.in("true", "false"), value.eq("true"))
                .when(plain.in(CustomFieldType.answers(true)), inline(true))
                .when(plain.in(CustomFieldType.answers(false)), inline(false));
    }
}
