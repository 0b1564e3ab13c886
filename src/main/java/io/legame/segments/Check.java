package io.legame.segments;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;

/** What an {@link Attribute} or a custom field must be. */
sealed interface Check {
    /** Letter case counts; months are "1" to "12". */
    record OneOf(List<String> values) implements Check {}

    /** The opposite: what is not known is none of the values too. */
    record NoneOf(List<String> values) implements Check {}

    /** Each of them, of what can be several at once. */
    record AllOf(List<String> values) implements Check {}

    /** With any of the beginnings, letter case left out. */
    record BeginsWith(List<String> beginnings) implements Check {}

    /** Letter case left out. */
    record Contains(String part) implements Check {}

    record Known(boolean known) implements Check {}

    record Flag(boolean set) implements Check {}

    sealed interface Compared extends Check {}

    record Numeric(Comparison<BigDecimal> comparison) implements Compared {}

    record Day(Comparison<LocalDate> comparison) implements Compared {}

    /**
     * Never null in SQL's sense: of what is not known, it is false.
     *
     * @param column what must be so, as the type has it
     */
    default org.jooq.Condition sql(Field<?> column, Attribute.Type type, LocalDate asOf) {
        return switch (this) {
            case NoneOf noneOf ->
                column.isNull().or(isIn(column, type, noneOf.values()).not());
            case Known known -> known.known() ? column.isNotNull() : column.isNull();
            case OneOf _, AllOf _, BeginsWith _, Contains _, Flag _, Numeric _, Day _ ->
                column.isNotNull().and(ofKnown(column, type, asOf));
        };
    }

    /** Whether a value that is known is so; for where nothing else is asked, and null is as good as false. */
    default org.jooq.Condition ofKnown(Field<?> column, Attribute.Type type, LocalDate asOf) {
        return switch (this) {
            case OneOf oneOf -> isIn(column, type, oneOf.values());
            case NoneOf noneOf -> isIn(column, type, noneOf.values()).not();
            case AllOf allOf ->
                and(allOf.values().stream()
                        .map(value -> isIn(column, type, List.of(value)))
                        .toList());
            case BeginsWith begins -> beginsWith(column, begins.beginnings());
            case Contains contains ->
                lower(text(column)).contains(contains.part().toLowerCase(Locale.ROOT));
            case Known known -> condition(inline(known.known()));
            case Flag flag -> column.cast(Boolean.class).eq(flag.set());
            case Numeric numeric ->
                type == Attribute.Type.AGE
                        ? Ages.sql(numeric.comparison(), column.coerce(LocalDate.class), asOf)
                        : numeric.comparison().sql(column.coerce(BigDecimal.class));
            case Day day -> day.comparison().sql(column.coerce(LocalDate.class));
        };
    }

    private static org.jooq.Condition isIn(Field<?> column, Attribute.Type type, List<String> values) {
        return type == Attribute.Type.MONTH
                ? month(column.coerce(LocalDate.class))
                        .in(values.stream().map(Integer::valueOf).toList())
                : text(column).in(values);
    }

    private static org.jooq.Condition beginsWith(Field<?> column, List<String> beginnings) {
        var any = noCondition();
        for (String beginning : beginnings) {
            any = any.or(lower(text(column)).startsWith(val(beginning.toLowerCase(Locale.ROOT))));
        }
        return any;
    }

    private static Field<String> text(Field<?> column) {
        return column.coerce(String.class);
    }
}
