package io.legame.intake;

import io.legame.timeline.Channel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants otherwise than it was proposed; null leaves it as it is.
 *
 * @param firstLine where the table begins, counted from one
 * @param sheet of a workbook; another one is looked at anew, wherever its table begins
 * @param fields what each column means, by position; ignored when kind or way of writing change with it
 * @param replacements all of them, in their order
 * @param custom the codes of the custom fields that columns are, by position
 */
public record PlanChange(
        @Nullable ImportKind kind,
        @Nullable String source,
        @Nullable String encoding,
        @Nullable Character delimiter,
        @Nullable Boolean header,
        @Nullable Integer firstLine,
        @Nullable String sheet,
        @Nullable List<@Nullable Field> fields,
        @Nullable DateOrder dateOrder,
        @Nullable Character decimalSign,
        @Nullable Boolean wholeNumbers,
        @Nullable Channel channel,
        @Nullable String touchpoint,
        @Nullable Boolean createCustomers,
        @Nullable Boolean createProducts,
        @Nullable List<Replacement> replacements,
        @Nullable Map<Integer, String> custom) {

    /** Whatever is custom stays so. */
    public PlanChange(
            @Nullable ImportKind kind,
            @Nullable String source,
            @Nullable String encoding,
            @Nullable Character delimiter,
            @Nullable Boolean header,
            @Nullable Integer firstLine,
            @Nullable String sheet,
            @Nullable List<@Nullable Field> fields,
            @Nullable DateOrder dateOrder,
            @Nullable Character decimalSign,
            @Nullable Boolean wholeNumbers,
            @Nullable Channel channel,
            @Nullable String touchpoint,
            @Nullable Boolean createCustomers,
            @Nullable Boolean createProducts,
            @Nullable List<Replacement> replacements) {
        this(
                kind,
                source,
                encoding,
                delimiter,
                header,
                firstLine,
                sheet,
                fields,
                dateOrder,
                decimalSign,
                wholeNumbers,
                channel,
                touchpoint,
                createCustomers,
                createProducts,
                replacements,
                null);
    }

    /** Nothing but the replacements. */
    public static PlanChange replacements(List<Replacement> replacements) {
        return new PlanChange(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, replacements);
    }

    /** Nothing but the touchpoint of facts whose row does not name one. */
    static PlanChange touchpoint(String name) {
        return new PlanChange(
                null, null, null, null, null, null, null, null, null, null, null, null, name, null, null, null);
    }

    Dialect dialect(Dialect old) {
        return new Dialect(
                old.format(),
                or(encoding, old.encoding()),
                or(delimiter, old.delimiter()),
                or(header, old.header()),
                Math.max(1, or(firstLine, old.firstLine())),
                sheet == null ? old.sheet() : sheet);
    }

    /** The plan with everything changed but the way of writing. */
    Plan applyTo(Plan old) {
        Plan usual = withoutCustom(old);
        return usual.kind() == ImportKind.CUSTOMERS ? usual.with(custom(old, usual)) : usual;
    }

    /** A column is one field, and a field one column. */
    private Map<Integer, String> custom(Plan old, Plan usual) {
        var once = new TreeMap<Integer, String>();
        new TreeMap<>(custom == null ? old.custom() : custom).forEach((column, code) -> {
            boolean free = column < usual.fields().size() && usual.fields().get(column) == null;
            if (free && !once.containsValue(code)) {
                once.put(column, code);
            }
        });
        return once;
    }

    private Plan withoutCustom(Plan old) {
        return new Plan(
                old.dialect().format() == Format.VCARD ? old.kind() : or(kind, old.kind()),
                source == null ? old.source() : SourceName.checked(source),
                old.dialect(),
                old.headers(),
                fields == null || fields.size() != old.fields().size() || (kind != null && kind != old.kind())
                        ? old.fields()
                        : withoutTwice(old, fields),
                or(dateOrder, old.dateOrder()),
                old.dateOrderAssumed() && (dateOrder == null || dateOrder == old.dateOrder()),
                or(decimalSign, old.decimalSign()),
                old.decimalAssumed() && (decimalSign == null || decimalSign == old.decimalSign()),
                or(wholeNumbers, old.wholeNumbers()),
                or(channel, old.channel()),
                touchpoint == null ? old.touchpoint() : touchpoint.isBlank() ? null : touchpoint,
                or(createCustomers, old.createCustomers()),
                or(createProducts, old.createProducts()),
                replacements == null ? old.replacements() : Replacement.checked(replacements));
    }

    /** A field moves to the column that asks for it now. */
    private static List<@Nullable Field> withoutTwice(Plan old, List<@Nullable Field> wanted) {
        var result = new java.util.ArrayList<@Nullable Field>(wanted);
        for (int column = 0; column < wanted.size(); column++) {
            Field field = wanted.get(column);
            boolean asked = field != null && field != old.fields().get(column);
            for (int other = 0; other < wanted.size() && field != null; other++) {
                if (other != column && !field.several() && result.get(other) == field && (asked || other > column)) {
                    result.set(other, null);
                }
            }
        }
        return result;
    }

    private static <T> T or(@Nullable T wanted, T old) {
        return wanted == null ? old : wanted;
    }
}
