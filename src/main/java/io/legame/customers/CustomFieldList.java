package io.legame.customers;

import java.util.List;
import java.util.Optional;

/**
 * The custom fields of this company.
 *
 * @param all in the order in which they stand, also those that are archived
 * @param lists all lists of choices, by whose ids values tell what was chosen under another type
 */
record CustomFieldList(List<CustomField> all, List<ChoiceList> lists) {
    static final CustomFieldList NONE = new CustomFieldList(List.of(), List.of());

    List<CustomField> inUse() {
        return all.stream().filter(field -> !field.archived()).toList();
    }

    Optional<CustomField> find(CustomFieldId id) {
        return all.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /** What a choice is called, whichever list it is of. */
    Optional<Choice> choice(long id) {
        return lists.stream().flatMap(list -> list.find(id).stream()).findFirst();
    }
}
