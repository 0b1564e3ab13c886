package io.legame.intake;

import io.legame.customers.CustomField;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.Customers;
import io.legame.customers.SeveralValues;
import io.legame.customers.UniformDraft;
import io.legame.customers.ValueFlag;
import io.legame.platform.Company;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of a file as the import will, and keeps the faults in their place. */
final class PreviewReading {
    static final int ROWS = 20;

    private final Plan plan;
    private final Rows<?> rows;
    private final Customers customers;
    private final CustomFields customFields;
    private final Map<Integer, CustomField> custom;
    private final Cells cells;
    private final List<Field> fields;

    /** @param custom the custom fields of cells, by their places */
    PreviewReading(
            Plan plan,
            Rows<?> rows,
            Customers customers,
            CustomFields customFields,
            Map<Integer, CustomField> custom,
            Company company,
            Instant now) {
        this.plan = plan;
        this.rows = rows;
        this.customers = customers;
        this.customFields = customFields;
        this.custom = custom;
        this.cells = new Cells(plan, company.timeZone(), now);
        this.fields = plan.mapped();
    }

    Preview of(Sample sample) {
        Table table = Table.of(sample, plan.dialect(), ROWS + 1);
        var shown = new ArrayList<Preview.Row>();
        for (Table.Line line : table.body(plan.dialect())) {
            if (shown.size() < ROWS) {
                shown.add(row(line, shown.size() + 1));
            }
        }
        return new Preview(fields, customFields.inUse(), shown, sample.sheets());
    }

    private Preview.Row row(Table.Line line, long number) {
        @Nullable String[] raw = plan.columns().stream().map(line::cell).toArray(String[]::new);
        Unreadable fault = fault(line, number, raw);
        UniformDraft uniform = plan.kind() == ImportKind.CUSTOMERS ? uniform(raw) : null;
        var shown = new ArrayList<Preview.Cell>();
        for (int i = 0; i < fields.size(); i++) {
            shown.add(cell(fields.get(i), raw, raw[i], uniform));
        }
        for (int i = fields.size(); i < raw.length; i++) {
            shown.add(cell(custom.get(i), raw[i]));
        }
        boolean inPlace = line.fault() == null && shown.stream().anyMatch(cell -> cell.fault() != null);
        return new Preview.Row(line.number(), shown, fault == null || inPlace ? null : fault.reason());
    }

    private Preview.Cell cell(@Nullable CustomField field, @Nullable String raw) {
        String written = raw == null ? "" : raw;
        if (field == null || written.isBlank()) {
            return new Preview.Cell(null, written, null);
        }
        return customFields
                .read(field, cells.custom(field, written))
                .map(value -> new Preview.Cell(value, written, null))
                .orElseGet(() -> new Preview.Cell(
                        null, written, "customers.fields.fault." + field.type().code()));
    }

    private @Nullable Unreadable fault(Table.Line line, long number, @Nullable String[] raw) {
        try {
            if (line.cells().size() > plan.headers().size() && !isBlank(line)) {
                return new Unreadable("intake.rejected.tooManyCells", null, "");
            }
            if (line.fault() != null) {
                return new Unreadable(line.fault(), null, "");
            }
            rows.read(new StagedRow(number, line.number(), null, "", 1, line.number(), null, 1, raw));
            return null;
        } catch (Unreadable e) {
            return e;
        }
    }

    private static boolean isBlank(Table.Line line) {
        return line.cells().stream().allMatch(java.util.Objects::isNull);
    }

    private UniformDraft uniform(@Nullable String[] raw) {
        var texts = new java.util.EnumMap<CustomerField, String>(CustomerField.class);
        for (Field field : fields) {
            CustomerField customerField = field.customerField();
            String text = customerField == null ? null : cells.text(raw, field);
            if (customerField != null && text != null) {
                texts.put(customerField, SeveralValues.of(customerField, text).getFirst());
            }
        }
        texts.keySet().removeIf(CustomerField::several);
        return customers.uniform(CustomerDraft.of(texts));
    }

    private Preview.Cell cell(
            Field field, @Nullable String[] row, @Nullable String raw, @Nullable UniformDraft uniform) {
        String written = raw == null ? "" : raw;
        try {
            CustomerField text = field.customerField();
            List<String> parts = text == null ? List.of() : SeveralValues.of(text, cells.replaced(field, written));
            if (uniform != null && text != null && (text.several() || parts.size() > 1)) {
                return severalCell(text, written, parts);
            }
            if (uniform != null && text != null) {
                return uniformCell(text, written, uniform);
            }
            return new Preview.Cell(value(field, row), written, null);
        } catch (Unreadable e) {
            return new Preview.Cell(null, written, e.reason());
        }
    }

    /** Values of which a customer may have several, each for itself. */
    private Preview.Cell severalCell(CustomerField field, String written, List<String> parts) {
        var alone = field == CustomerField.EMAIL || field == CustomerField.OTHER_EMAIL
                ? CustomerField.EMAIL
                : CustomerField.PHONE;
        List<Preview.Cell> cells = parts.stream()
                .map(part -> uniformCell(alone, part, customers.uniform(CustomerDraft.of(alone, part))))
                .toList();
        String values = cells.stream()
                .filter(cell -> cell.value() != null)
                .map(cell -> String.valueOf(cell.value()))
                .collect(Collectors.joining(", "));
        return cells.stream()
                .filter(cell -> cell.fault() != null)
                .findFirst()
                .map(wrong -> new Preview.Cell(values.isEmpty() ? null : values, wrong.raw(), wrong.fault()))
                .orElseGet(() -> new Preview.Cell(values, written, null));
    }

    private static Preview.Cell uniformCell(CustomerField field, String written, UniformDraft uniform) {
        ValueFlag flag = uniform.flags().get(field);
        if (flag != null && flag.kind().leftOut()) {
            return new Preview.Cell(
                    null, written, "customers.flag." + flag.kind().code());
        }
        String value = field == CustomerField.FULL_NAME
                ? Stream.of(CustomerField.GIVEN_NAME, CustomerField.FAMILY_NAME)
                        .map(uniform.draft()::text)
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.joining(" "))
                : uniform.draft().text(field);
        return new Preview.Cell(value, written, null);
    }

    private @Nullable Object value(Field field, @Nullable String[] row) {
        return switch (field.type()) {
            case TEXT, CODE -> cells.text(row, field);
            case NUMBER ->
                field == Field.QUANTITY || field == Field.ANNUAL_INCOME
                        ? cells.number(row, field)
                        : cells.notNegative(row, field);
            case WHOLE -> cells.count(row, field);
            case DATE -> cells.date(row, field);
            case MOMENT -> cells.moment(row, field);
            case YES_NO -> cells.yesNo(row, field);
        };
    }
}
