package io.legame.segments;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.when;

import io.legame.customers.CustomFieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Reads stored values of custom fields by the types that the fields have today, in the warehouse; null for what is no
 * value of the type. First as the type itself writes them, which is all that most fields have; then as people write what
 * was stored as a text, see docs/decisions/0019.
 */
final class CustomReads {
    private static final String DECIMAL_COMMA = "[+-]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+),[0-9]+";
    private static final String GROUPED = "[+-]?[0-9]{1,3}(,[0-9]{3})+[.][0-9]+";

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
        return field("""
                coalesce(try_cast({0} as decimal(38, 18)), try_cast(
                    case when regexp_full_match({0}, {1}) then replace(replace({0}, '.', ''), ',', '.')
                        when regexp_full_match({0}, {2}) then replace({0}, ',', '') end as decimal(38, 18)))""", BigDecimal.class, value, inline(DECIMAL_COMMA), inline(GROUPED));
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
                        condition("regexp_full_match({0}, {1})", value, inline(".* " + currency)),
                        field("try_cast(left({0}, length({0}) - 4) as decimal(38, 18))", BigDecimal.class, value))
                .otherwise(number(value));
    }

    private static Field<LocalDate> day(Field<String> value) {
        return field("""
                coalesce(try_cast({0} as date),
                    cast(try_strptime({0}, ['%d/%m/%Y', '%d.%m.%Y', '%d-%m-%Y']) as date))""", LocalDate.class, value);
    }

    private static Field<Boolean> answer(Field<String> value) {
        Field<String> plain = field("strip_accents({0})", String.class, lower(value));
        return when(value.in("true", "false"), value.eq("true"))
                .when(plain.in(CustomFieldType.answers(true)), inline(true))
                .when(plain.in(CustomFieldType.answers(false)), inline(false));
    }
}
