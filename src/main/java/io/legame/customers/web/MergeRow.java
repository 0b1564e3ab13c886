package io.legame.customers.web;

import io.legame.customers.CustomerId;
import io.legame.customers.FieldMask;
import java.util.Map;
import java.util.Objects;

/**
 * One field of customers side by side.
 *
 * @param input what the form calls the choice
 * @param shown the values as people read them, of those who have one, in the order of the columns
 * @param chosen whose stays
 * @param differs whether there is anything to choose
 */
public record MergeRow(String input, String label, Map<CustomerId, String> shown, CustomerId chosen, boolean differs) {
    public boolean isChosen(CustomerId id) {
        return chosen.equals(id);
    }

    /** Whether another one that says the same stands for it where there is a line for each value. */
    public boolean isRepeated(CustomerId id) {
        return !id.equals(standing(id));
    }

    /** How many more say the same. */
    public long others(CustomerId id) {
        String text = Objects.requireNonNull(shown.get(id));
        return FieldMask.masked(text)
                ? 0
                : shown.values().stream().filter(text::equals).count() - 1;
    }

    /** The one that is chosen, else the first one. */
    private CustomerId standing(CustomerId id) {
        String text = shown.get(id);
        if (text == null || FieldMask.masked(text)) {
            return id;
        }
        if (text.equals(shown.get(chosen))) {
            return chosen;
        }
        return shown.entrySet().stream()
                .filter(entry -> text.equals(entry.getValue()))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(id);
    }
}
