package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.customers.db.tables.records.CustomerRecord;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A customer as somebody sees it before changing it.
 *
 * @param values by field, those that are known: texts, of which several of a field stand together with commas, and what
 *     {@link CustomerField#typed} says as what it is
 * @param limited the fields that whoever edits does not see in full: they are not among the values and stay as they are
 * @param limitedCustom the same of custom fields
 * @param version counts its changes: who saves says which one they saw
 */
public record EditableCustomer(
        CustomerId id,
        String name,
        Map<CustomerField, Object> values,
        Set<CustomerField> limited,
        Set<CustomFieldId> limitedCustom,
        long version) {
    /** What can be written by hand. */
    public static final Set<CustomerField> FIELDS = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(CustomerField.MIDDLE_NAME, CustomerField.FULL_NAME)));

    static EditableCustomer of(CustomerId id, CustomerRecord row, List<Identity> own, SeenFields seen, long version) {
        Map<CustomerField, Object> values = values(row, own);
        Set<CustomerField> limited = EnumSet.noneOf(CustomerField.class);
        FIELDS.stream().filter(field -> !seen.full(field)).forEach(limited::add);
        values.keySet().removeAll(limited);
        Set<CustomFieldId> limitedCustom =
                seen.custom().stream().map(SeenFields.LimitedCustomField::id).collect(Collectors.toSet());
        return new EditableCustomer(id, CustomerList.name(seen.of(row)), values, limited, limitedCustom, version);
    }

    /** @param own the customer's identities, the oldest first */
    static Map<CustomerField, Object> values(CustomerRecord row, List<Identity> own) {
        var values = new EnumMap<CustomerField, Object>(CustomerField.class);
        for (CustomerField field : FIELDS) {
            Object value = value(field, row, own);
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }

    private static @Nullable Object value(CustomerField field, CustomerRecord row, List<Identity> own) {
        return switch (field) {
            case OTHER_EMAIL ->
                SeveralValues.together(own.stream()
                        .filter(identity -> identity.kind() == Identity.Kind.EMAIL
                                && !identity.value().equals(SeveralValues.address(row.getEmail())))
                        .map(Identity::value)
                        .sorted()
                        .toList());
            case OTHER_PHONE ->
                SeveralValues.together(row.getOtherPhones() == null ? List.of() : List.of(row.getOtherPhones()));
            default -> {
                Field<?> column = column(field);
                yield column == null ? identity(field, own) : row.get(column);
            }
        };
    }

    /** Null for what is an identity only. */
    static @Nullable Field<?> column(CustomerField field) {
        return CUSTOMER.field(CustomerState.name(field));
    }

    /** The newest of the company's own; what other systems gave stays theirs. */
    private static @Nullable String identity(CustomerField field, List<Identity> own) {
        String value = null;
        for (Identity identity : own) {
            if (identity.kind().field() == field && !identity.hasNamedSource()) {
                value = identity.value();
            }
        }
        return value;
    }
}
