package io.legame.notebook.web;

import io.legame.access.Account;
import io.legame.platform.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task to write, or to write anew.
 *
 * @param id null for a new one
 * @param values what its fields hold, by their names
 * @param customer the name of whom it is about; null for nobody in particular
 * @param fault why it was not taken; null when nothing is wrong
 */
public record TaskForm(
        @Nullable Long id,
        Map<String, String> values,
        @Nullable String customer,
        List<Account> colleagues,
        @Nullable String fault)
        implements View {
    /** How long before to remind, in minutes. */
    public static final List<Integer> REMINDERS = List.of(0, 10, 30, 60, 120, 1440, 2880, 10080);

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public String path() {
        return id == null ? "/tasks" : "/tasks/" + id;
    }
}
