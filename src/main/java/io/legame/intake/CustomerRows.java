package io.legame.intake;

import io.legame.customers.CustomDraft;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.SeveralValues;
import io.legame.customers.Upsert;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that describe customers. */
final class CustomerRows implements Rows<CustomerDraft> {
    private final String source;
    private final Cells cells;
    private final List<Field> fields;
    private final Map<Integer, CustomField> custom;
    private final Writer writer;

    /** Where drafts go: into the base, or only into a rehearsal of it. */
    interface Writer {
        List<Upsert> upsert(String source, List<CustomerDraft> drafts);
    }

    /** @param custom the custom fields of cells, by their places */
    CustomerRows(Plan plan, Cells cells, Map<Integer, CustomField> custom, Writer writer) {
        this.source = plan.source();
        this.cells = cells;
        this.custom = custom;
        this.fields = plan.mapped();
        this.writer = writer;
    }

    @Override
    public CustomerDraft read(StagedRow row) {
        return read(row.cells());
    }

    CustomerDraft read(@Nullable String[] row) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        var several = new EnumMap<CustomerField, List<String>>(CustomerField.class);
        for (Field field : fields) {
            CustomerField customerField = field.customerField();
            String text = customerField == null ? null : cells.text(row, field);
            if (customerField != null && text != null && !customerField.several()) {
                texts.put(customerField, SeveralValues.of(customerField, text).getFirst());
            }
        }
        for (Field field : List.of(Field.OTHER_EMAIL, Field.OTHER_PHONE)) {
            List<String> further = further(row, field);
            if (!further.isEmpty()) {
                several.put(customerField(field), further);
            }
        }
        return new CustomerDraft(
                texts,
                several,
                orFlagged(texts, () -> cells.date(row, Field.BIRTH_DATE)),
                orFlagged(texts, () -> cells.number(row, Field.ANNUAL_INCOME)),
                orFlagged(texts, () -> cells.count(row, Field.CHILDREN)),
                orFlagged(texts, () -> cells.yesNo(row, Field.HOME_OWNER)),
                custom.isEmpty() ? CustomDraft.NOTHING : custom(row));
    }

    private CustomDraft custom(@Nullable String[] row) {
        var values = new HashMap<CustomFieldId, List<String>>();
        custom.forEach((place, field) -> {
            String written = row[place];
            if (written != null) {
                values.put(field.id(), List.of(cells.custom(field, written)));
            }
        });
        return new CustomDraft(values);
    }

    /** What stands behind the first value in its cell, then the columns of further values. */
    private List<String> further(@Nullable String[] row, Field field) {
        Field first = field == Field.OTHER_EMAIL ? Field.EMAIL : Field.PHONE;
        String text = cells.text(row, first);
        Stream<String> behind = text == null
                ? Stream.of()
                : SeveralValues.of(customerField(first), text).stream().skip(1);
        Stream<String> others =
                cells.texts(row, field).stream().flatMap(cell -> SeveralValues.of(customerField(field), cell).stream());
        return Stream.concat(behind, others).toList();
    }

    private static CustomerField customerField(Field field) {
        return Objects.requireNonNull(field.customerField());
    }

    /** A value that cannot be read is no reason to lose the row: it goes on as a text, and is flagged. */
    private static <T> @Nullable T orFlagged(Map<CustomerField, String> texts, Supplier<@Nullable T> value) {
        try {
            return value.get();
        } catch (Unreadable e) {
            texts.put(CustomerField.valueOf(Objects.requireNonNull(e.field()).name()), e.value());
            return null;
        }
    }

    @Override
    public void write(List<Read<CustomerDraft>> rows, Outcome outcome) {
        List<Upsert> results =
                writer.upsert(source, rows.stream().map(Read::content).toList());
        for (int i = 0; i < results.size(); i++) {
            StagedRow row = rows.get(i).row();
            tallyFlags(row, results.get(i), outcome);
            switch (results.get(i)) {
                case Upsert.Created created -> outcome.created++;
                case Upsert.Updated updated -> {
                    outcome.updated++;
                    updated.fields()
                            .forEach((field, change) ->
                                    outcome.tallies().add(Tallies.UPDATED, field, row.line(), told(change)));
                }
                case Upsert.Unchanged unchanged -> outcome.unchanged++;
                case Upsert.Rejected rejected ->
                    outcome.reject(
                            row, rejected.reason(), Field.of(rejected.field()), rejected.value(), BigDecimal.ZERO);
            }
        }
    }

    private static void tallyFlags(StagedRow row, Upsert result, Outcome outcome) {
        outcome.flagged += result.flags().isEmpty() ? 0 : 1;
        result.flags()
                .forEach((field, flag) -> outcome.tallies()
                        .add(
                                Tallies.FLAG + flag.kind().code(),
                                Field.of(field).code(),
                                row.line(),
                                flag.proposal() == null ? flag.written() : flag.written() + " → " + flag.proposal()));
    }

    /** Nothing to tell of when only its flag changed. */
    private static String told(Upsert.Change change) {
        return change.before().equals(change.after()) ? "" : change.before() + " → " + change.after();
    }
}
