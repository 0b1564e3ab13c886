package io.legame.customers;

import java.util.List;
import java.util.Optional;

/**
 * Words to choose from.
 *
 * @param choices in their order, also those that are no longer offered
 */
public record ChoiceList(long id, String name, List<Choice> choices, boolean archived) {
    /** Those that can be chosen. */
    public List<Choice> offered() {
        return choices.stream().filter(choice -> !choice.archived()).toList();
    }

    Optional<Choice> find(long choice) {
        return choices.stream().filter(each -> each.id() == choice).findFirst();
    }
}
