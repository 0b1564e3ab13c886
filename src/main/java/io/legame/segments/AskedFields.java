package io.legame.segments;

import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomerField;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a filter tells of the customers who belong to it: who may not see a field must not find it out by asking. What
 * they bought and did is none of the fields.
 */
public record AskedFields(Set<CustomerField> fields, Set<CustomFieldId> customFields) {
    static final AskedFields NONE = new AskedFields(Set.of(), Set.of());

    public AskedFields {
        fields = Set.copyOf(fields);
        customFields = Set.copyOf(customFields);
    }

    static AskedFields of(Set<CustomerField> fields) {
        return new AskedFields(fields, Set.of());
    }

    static AskedFields together(Collection<AskedFields> parts) {
        var fields = new HashSet<CustomerField>();
        var customFields = new HashSet<CustomFieldId>();
        parts.forEach(part -> {
            fields.addAll(part.fields);
            customFields.addAll(part.customFields);
        });
        return new AskedFields(fields, customFields);
    }
}
