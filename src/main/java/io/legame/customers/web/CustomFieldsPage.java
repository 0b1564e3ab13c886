package io.legame.customers.web;

import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFields;
import io.legame.platform.View;
import java.util.List;
import java.util.Map;

/**
 * The fields that the company added, in their order.
 *
 * @param filled how many customers have a value
 */
public record CustomFieldsPage(
        List<CustomFields.Group> groups, List<CustomField> archived, Map<CustomFieldId, Long> filled) implements View {
    public boolean isEmpty() {
        return groups.isEmpty() && archived.isEmpty();
    }

    public long filled(CustomField field) {
        return filled.getOrDefault(field.id(), 0L);
    }
}
