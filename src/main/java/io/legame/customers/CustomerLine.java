package io.legame.customers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a line of a list, with what its columns show.
 *
 * @param values by field, as much of them as the reader sees: texts, and what {@link CustomerField#typed} says as what it is
 * @param custom what the customer has in the company's own fields
 */
public record CustomerLine(
        CustomerSummary customer, Map<CustomerField, Object> values, Map<CustomFieldId, CustomFields.Held> custom) {

    public @Nullable Object value(CustomerField field) {
        return values.get(field);
    }

    public CustomFields.@Nullable Held value(CustomField field) {
        return custom.get(field.id());
    }
}
