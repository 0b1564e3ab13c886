package io.legame.insight;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomField;

/**
 * What the engines call by different names and jOOQ does not know: the one place, beside what copies and keeps the
 * file, where SQL is written by hand. See docs/decisions/0025-a-second-engine.md.
 */
public final class WarehouseFunctions {
    private WarehouseFunctions() {}

    /** Whether the whole text is of the form; RE2 in both engines. */
    public static Condition matches(Field<String> text, String form) {
        return CustomCondition.of(context -> context.visit(
                isTrino(context)
                        ? condition("regexp_like({0}, {1})", text, inline("^(?:" + form + ")$"))
                        : condition("regexp_full_match({0}, {1})", text, inline(form))));
    }

    /** The text without the accents of its letters. */
    public static Field<String> withoutAccents(Field<String> text) {
        return CustomField.of(
                "without_accents",
                VARCHAR,
                context -> context.visit(
                        isTrino(context)
                                ? field("regexp_replace(normalize({0}, NFD), '\\p{M}', '')", String.class, text)
                                : field("strip_accents({0})", String.class, text)));
    }

    /** A day written as day, month and year between slashes, points or hyphens; null for what is none. */
    public static Field<LocalDate> dayMonthYear(Field<String> text) {
        return CustomField.of(
                "day_month_year",
                LOCALDATE,
                context -> context.visit(
                        isTrino(context)
                                ? field(
                                        "cast(coalesce(try(date_parse({0}, '%d/%m/%Y')), try(date_parse({0}, '%d.%m.%Y')),"
                                                + " try(date_parse({0}, '%d-%m-%Y'))) as date)",
                                        LocalDate.class, text)
                                : field(
                                        "cast(try_strptime({0}, ['%d/%m/%Y', '%d.%m.%Y', '%d-%m-%Y']) as date)",
                                        LocalDate.class, text)));
    }

    private static boolean isTrino(Context<?> context) {
        return context.family() == SQLDialect.TRINO;
    }
}
