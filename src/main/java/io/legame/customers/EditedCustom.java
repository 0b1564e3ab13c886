package io.legame.customers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The custom fields of one customer as somebody wrote them.
 *
 * @param changed the fields whose values are others than before
 * @param faults why they are refused
 */
record EditedCustom(List<CustomField> changed, List<EditCheck.CustomFault> faults) {
    static final EditedCustom NOTHING = new EditedCustom(List.of(), List.of());

    /** Writes what was said into the state. */
    static EditedCustom of(CustomerState state, CustomReading reading, CustomReader reader) {
        if (reader.fields().all().isEmpty()) {
            return NOTHING;
        }
        boolean isNew = state.row().getId() == null;
        var names = new HashSet<String>();
        state.take(reading.right(), names);
        state.clear(reading, names);
        state.finish();
        String kind = state.row().getKind();
        if (isNew) {
            state.begin(reader.defaults(kind), reading);
        }
        var faults = new ArrayList<EditCheck.CustomFault>();
        for (CustomField field : reader.fields().inUse()) {
            String wrong = reading.faults().get(field.id());
            boolean asked = field.required() && field.fits(kind) && (isNew || reading.says(field.id()));
            if (wrong != null) {
                faults.add(new EditCheck.CustomFault(field, EditCheck.CustomFault.Why.UNREADABLE, wrong, null));
            } else if (asked && state.custom().get(field.id()) == null) {
                faults.add(new EditCheck.CustomFault(field, EditCheck.CustomFault.Why.REQUIRED, "", null));
            }
        }
        Set<CustomFieldId> changed = state.custom().changed();
        return new EditedCustom(
                reader.fields().all().stream()
                        .filter(field -> changed.contains(field.id()))
                        .toList(),
                faults);
    }
}
