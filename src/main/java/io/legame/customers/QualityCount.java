package io.legame.customers;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Counts the quality of all customers by their source: one pass over the table, and one over those with flags. */
final class QualityCount {
    private static final String EMAIL_REACHES =
            "(c.email is not null and coalesce(c.flags #>> '{email,kind}', '') not in ('TYPO', 'DISPOSABLE'))";
    private static final String PHONE_REACHES = "(c.phone is not null)";
    private static final String POST_REACHES = "(c.street is not null and c.town is not null)";

    private final DSLContext database;

    QualityCount(DSLContext database) {
        this.database = database;
    }

    Map<String, QualityReport> bySource() {
        Map<String, List<QualityReport.Flags>> flags = flags();
        var reports = new HashMap<String, QualityReport>();
        database.fetch(query()).forEach(row -> {
            String source = row.get("source", String.class);
            reports.put(source, report(row, flags.getOrDefault(source, List.of())));
        });
        return reports;
    }

    private static String query() {
        String ofFields = Stream.of(QualityField.values())
                .flatMap(field -> Stream.of(
                        count(has(field)) + " as " + field.column() + "_filled",
                        count(flagged(field) + " and not " + has(field)) + " as " + field.column() + "_left_out",
                        count(rewritten(field)) + " as " + field.column() + "_rewritten",
                        count(flagged(field)) + " as " + field.column() + "_flagged"))
                .collect(joining(",\n    "));
        return """
                select c.source, count(*) as customers,
                    %s as keyed, %s as by_email, %s as by_phone, %s as by_post, %s as by_nothing,
                    %s
                from customers.customer c
                left join (select customer_id from customers.identity where kind = 'tax_code' group by 1) taxed
                    on taxed.customer_id = c.id
                where c.left_as is null
                group by c.source
                """.formatted(
                        count("c.keyed"),
                        count(EMAIL_REACHES),
                        count(PHONE_REACHES),
                        count(POST_REACHES),
                        count("not (%s or %s or %s)".formatted(EMAIL_REACHES, PHONE_REACHES, POST_REACHES)),
                        ofFields);
    }

    private static String count(String condition) {
        return "count(*) filter (where " + condition + ")";
    }

    private static String has(QualityField field) {
        return switch (field) {
            case TAX_CODE -> "(taxed.customer_id is not null)";
            case BIRTH_DATE -> "(c.birth_date is not null)";
            default ->
                any(field, of -> {
                    TableField<?, String> column = CustomerRow.column(of);
                    return column == null ? null : "c." + column.getName() + " is not null";
                });
        };
    }

    private static String flagged(QualityField field) {
        return any(field, of -> "c.flags #>> '{" + CustomerState.name(of) + ",kind}' <> 'ACCEPTED'");
    }

    private static String rewritten(QualityField field) {
        return any(field, of -> "c.written -> '" + CustomerState.name(of) + "' is not null");
    }

    /** The condition for any of the field's parts. */
    private static String any(QualityField field, Function<CustomerField, @Nullable String> condition) {
        return field.fields().stream()
                .map(condition)
                .filter(java.util.Objects::nonNull)
                .collect(joining(" or ", "(", ")"));
    }

    private static QualityReport report(Record row, List<QualityReport.Flags> flags) {
        var fields = new EnumMap<QualityField, QualityReport.OfField>(QualityField.class);
        for (QualityField field : QualityField.values()) {
            long filled = number(row, field.column() + "_filled");
            fields.put(
                    field,
                    new QualityReport.OfField(
                            filled,
                            filled + number(row, field.column() + "_left_out"),
                            number(row, field.column() + "_rewritten"),
                            number(row, field.column() + "_flagged")));
        }
        return new QualityReport(
                number(row, "customers"),
                number(row, "keyed"),
                new QualityReport.Reach(
                        number(row, "by_email"),
                        number(row, "by_phone"),
                        number(row, "by_post"),
                        number(row, "by_nothing")),
                fields,
                flags);
    }

    private static long number(Record row, String column) {
        return row.get(column, Long.class);
    }

    private Map<String, List<QualityReport.Flags>> flags() {
        var flags = new HashMap<String, List<QualityReport.Flags>>();
        database.resultQuery("""
                        select c.source, flag.key, flag.value ->> 'kind', count(*)
                        from customers.customer c cross join lateral jsonb_each(c.flags) flag
                        where c.flags is not null and c.left_as is null
                            and flag.value ->> 'kind' <> 'ACCEPTED' and flag.key not like 'custom.%'
                        group by 1, 2, 3
                        """)
                .fetchGroups(row -> row.get(0, String.class))
                .forEach((source, rows) -> flags.put(
                        source,
                        QualityReport.inOrder(rows.stream()
                                .map(row -> new QualityReport.Flags(
                                        CustomerField.valueOf(
                                                row.get(1, String.class).toUpperCase(Locale.ROOT)),
                                        ValueFlag.Kind.valueOf(row.get(2, String.class)),
                                        row.get(3, Long.class)))
                                .toList())));
        return flags;
    }
}
