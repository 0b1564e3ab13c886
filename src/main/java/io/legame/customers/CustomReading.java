package io.legame.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a draft says of custom fields, read by their types.
 *
 * @param values as they will be stored, see {@link CustomValues}
 * @param written as they were written, where that is another
 * @param faults as they were written, of those that cannot be right
 * @param cleared those that were emptied
 * @param identities what the values of unique fields make the customer known by
 */
record CustomReading(
        Map<CustomFieldId, Object> values,
        Map<CustomFieldId, String> written,
        Map<CustomFieldId, String> faults,
        Set<CustomFieldId> cleared,
        List<Identity> identities) {
    static final CustomReading NOTHING = new CustomReading(Map.of(), Map.of(), Map.of(), Set.of(), List.of());

    static CustomReading of(CustomDraft draft, CustomReader reader) {
        if (draft.values().isEmpty()) {
            return NOTHING;
        }
        var reading = new CustomReading(
                new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>(), new ArrayList<>());
        draft.values().forEach((id, texts) -> {
            Optional<CustomField> field = reader.fields().find(id);
            if (field.isPresent() && !field.get().archived()) {
                String together = CustomReader.clean(CustomReader.together(field.get(), texts));
                Object value = reader.read(field.get(), texts);
                if (together.isBlank()) {
                    reading.cleared.add(id);
                } else if (value == null) {
                    reading.faults.put(id, together);
                } else {
                    reading.values.put(id, value);
                    Identity.of(field.get(), value).ifPresent(reading.identities::add);
                    if (!Objects.equals(reader.text(value), together)
                            && !field.get().type().isChosen()) {
                        reading.written.put(id, together);
                    }
                }
            }
        });
        return reading;
    }

    /** Without what cannot be right. */
    CustomReading right() {
        return new CustomReading(values, written, Map.of(), cleared, identities);
    }

    boolean says(CustomFieldId field) {
        return values.containsKey(field) || faults.containsKey(field) || cleared.contains(field);
    }
}
