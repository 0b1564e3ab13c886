package io.legame.customers;

import java.util.List;
import java.util.Map;

/**
 * What a draft says of custom fields.
 *
 * @param values as they were written: dates in ISO 8601 or as people write them, choices by their labels or as
 *     {@code #id}. Nothing at all, or only blanks, empties the field when a person writes it, and says nothing else
 */
public record CustomDraft(Map<CustomFieldId, List<String>> values) {
    public static final CustomDraft NOTHING = new CustomDraft(Map.of());

    public CustomDraft {
        values = Map.copyOf(values);
    }
}
