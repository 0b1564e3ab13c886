package io.legame.intake;

import io.legame.timeline.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be brought in: proposed by {@link Detection}, changed by people and programs.
 *
 * @param source the system the file comes from; the numbers in it are that system's own
 * @param headers the names of the columns
 * @param fields what each column means, by position; null for one that is left out
 * @param dateOrderAssumed whether nothing in the file told the order of dates, and the company's country decided
 * @param decimalSign {@code .} or {@code ,}
 * @param wholeNumbers whether codes lost their looks to a spreadsheet: {@code 17850.0} is read as {@code 17850}
 * @param channel of facts whose row does not name one
 * @param touchpoint of facts whose row does not name one; null for the source's name, or the channel's when the source is just the company's own
 * @param createCustomers whether a purchase of an unknown customer creates the customer, or is reported
 * @param createProducts likewise for an unknown product
 * @param replacements values of the file that are read as others, one after the other
 * @param custom the codes of the custom fields that columns are, by position
 */
public record Plan(
        ImportKind kind,
        String source,
        Dialect dialect,
        List<String> headers,
        List<@Nullable Field> fields,
        DateOrder dateOrder,
        boolean dateOrderAssumed,
        char decimalSign,
        boolean decimalAssumed,
        boolean wholeNumbers,
        Channel channel,
        @Nullable String touchpoint,
        boolean createCustomers,
        boolean createProducts,
        List<Replacement> replacements,
        Map<Integer, String> custom) {

    /** Plans of before there were replacements have none. */
    public Plan {
        replacements = replacements == null ? List.of() : List.copyOf(replacements);
        custom = custom == null ? Map.of() : Map.copyOf(custom);
    }

    /** Without custom fields. */
    Plan(
            ImportKind kind,
            String source,
            Dialect dialect,
            List<String> headers,
            List<@Nullable Field> fields,
            DateOrder dateOrder,
            boolean dateOrderAssumed,
            char decimalSign,
            boolean decimalAssumed,
            boolean wholeNumbers,
            Channel channel,
            @Nullable String touchpoint,
            boolean createCustomers,
            boolean createProducts,
            List<Replacement> replacements) {
        this(
                kind,
                source,
                dialect,
                headers,
                fields,
                dateOrder,
                dateOrderAssumed,
                decimalSign,
                decimalAssumed,
                wholeNumbers,
                channel,
                touchpoint,
                createCustomers,
                createProducts,
                replacements,
                Map.of());
    }

    Plan with(Map<Integer, String> columns) {
        return new Plan(
                kind,
                source,
                dialect,
                headers,
                fields,
                dateOrder,
                dateOrderAssumed,
                decimalSign,
                decimalAssumed,
                wholeNumbers,
                channel,
                touchpoint,
                createCustomers,
                createProducts,
                replacements,
                columns);
    }

    /** The column that is the field, or -1. */
    public int column(Field field) {
        return fields.indexOf(field);
    }

    public boolean has(Field field) {
        return column(field) >= 0;
    }

    /** The fields that some column is, in the order of the columns. */
    List<Field> mapped() {
        var mapped = new ArrayList<Field>();
        for (Field field : fields) {
            if (field != null) {
                mapped.add(field);
            }
        }
        return mapped;
    }

    /** The positions of the columns that are a field, in the order of {@link #mapped()}, then of those that are custom. */
    List<Integer> columns() {
        IntStream known = IntStream.range(0, fields.size()).filter(column -> fields.get(column) != null);
        return IntStream.concat(
                        known,
                        custom.keySet().stream().mapToInt(Integer::intValue).sorted())
                .boxed()
                .toList();
    }

    /** The names of the columns that no field takes. */
    public List<String> leftOut() {
        var names = new ArrayList<String>();
        for (int column = 0; column < headers.size(); column++) {
            if (fields.get(column) == null && !custom.containsKey(column)) {
                names.add(headers.get(column));
            }
        }
        return names;
    }

    /** Whether it says something to name the source: it is not just the company's own. */
    public boolean hasNamedSource() {
        return !source.equals(Imports.MAIN);
    }

    String touchpointName() {
        return touchpoint == null ? source : touchpoint;
    }

    /** Returns that name neither order nor customer: they happened to somebody, and nothing tells to whom. */
    public boolean unattachable() {
        return kind == ImportKind.RETURNS
                && !has(Field.ORDER_NUMBER)
                && !has(Field.CUSTOMER_NUMBER)
                && !has(Field.EMAIL)
                && !has(Field.COMPANY_NAME);
    }

    /** The fields without which no row can be taken and that no column is; each inner list asks for one of its fields. */
    public List<List<Field>> missing() {
        List<List<Field>> required = switch (kind) {
            case CUSTOMERS ->
                List.of(List.of(Field.EMAIL, Field.CUSTOMER_NUMBER, Field.CARD, Field.TAX_CODE, Field.COMPANY_NAME));
            case PRODUCTS -> List.of(List.of(Field.PRODUCT_CODE, Field.PRODUCT_NAME));
            case PURCHASES ->
                List.of(
                        List.of(Field.ORDER_NUMBER),
                        List.of(Field.DATE_TIME),
                        List.of(Field.PRODUCT_CODE, Field.UNIT_PRICE));
            case RETURNS -> List.of(List.of(Field.DATE_TIME), List.of(Field.PRODUCT_CODE, Field.UNIT_PRICE));
            case INTERACTIONS ->
                List.of(
                        List.of(Field.INTERACTION_KIND),
                        List.of(Field.DATE_TIME),
                        List.of(Field.CUSTOMER_NUMBER, Field.EMAIL));
        };
        return required.stream()
                .filter(oneOf -> oneOf.stream().noneMatch(this::has))
                .toList();
    }

    /** The same for a file that is written in another way. */
    Plan rewritten(Dialect newDialect, List<String> newHeaders, List<@Nullable Field> newFields) {
        return new Plan(
                kind,
                source,
                newDialect,
                newHeaders,
                newFields,
                dateOrder,
                dateOrderAssumed,
                decimalSign,
                decimalAssumed,
                wholeNumbers,
                channel,
                touchpoint,
                createCustomers,
                createProducts,
                replacements);
    }
}
