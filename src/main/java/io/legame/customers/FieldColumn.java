package io.legame.customers;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A column that shows a field for which there is no index: its order is that of the columnar copy. */
public record FieldColumn(CustomerField field) implements ListColumn {
    /** What the columnar copy does not hold is shown, and orders nothing. */
    private static final Set<CustomerField> UNORDERED = EnumSet.of(
            CustomerField.NUMBER,
            CustomerField.OTHER_EMAIL,
            CustomerField.OTHER_PHONE,
            CustomerField.CARD,
            CustomerField.TAX_CODE,
            CustomerField.VAT_NUMBER,
            CustomerField.IBAN,
            CustomerField.JOB_TITLE,
            CustomerField.STREET,
            CustomerField.WEBSITE,
            CustomerField.NOTE);

    /** Those that have an index are a {@link CustomerOrder}. */
    private static final Set<CustomerField> INDEXED =
            EnumSet.of(CustomerField.EMAIL, CustomerField.PHONE, CustomerField.TOWN);

    static List<FieldColumn> all() {
        return EditableCustomer.FIELDS.stream()
                .filter(field -> !INDEXED.contains(field))
                .map(FieldColumn::new)
                .toList();
    }

    @Override
    public String code() {
        return field.code();
    }

    @Override
    public boolean sortable() {
        return !UNORDERED.contains(field);
    }
}
