package io.legame.notebook.web;

import io.legame.access.AccountId;
import io.legame.customers.CustomerId;
import io.legame.notebook.Repeat;
import io.legame.notebook.Task;
import io.legame.notebook.TaskDraft;
import io.legame.platform.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a task's form, as they are posted and as they are filled in. */
final class TaskFields {
    private TaskFields() {}

    static TaskDraft draft(Map<String, String> form) {
        if (text(form, "customer") == null && text(form, "customerName") != null) {
            throw Refusal.of("notebook.task.error.customer");
        }
        return new TaskDraft(
                read(form, "customer", value -> new CustomerId(Long.parseLong(value))),
                text(form, "title"),
                text(form, "detail"),
                read(form, "assignee", value -> new AccountId(Long.parseLong(value))),
                read(form, "dueOn", LocalDate::parse),
                read(form, "dueTime", LocalTime::parse),
                read(form, "remind", Integer::valueOf),
                read(form, "repeat", value -> Repeat.of(value).orElseThrow(() -> unreadable(value))));
    }

    private static @Nullable String text(Map<String, String> form, String field) {
        String value = form.getOrDefault(field, "").strip();
        return value.isEmpty() ? null : value;
    }

    private static <T> @Nullable T read(Map<String, String> form, String field, Function<String, T> reading) {
        String value = text(form, field);
        try {
            return value == null ? null : reading.apply(value);
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw unreadable(value);
        }
    }

    private static Refusal unreadable(String value) {
        return Refusal.of("notebook.task.error.unreadable", value);
    }

    static Map<String, String> of(Task task) {
        var values = new HashMap<String, String>();
        put(values, "customer", task.customer() == null ? null : task.customer().value());
        put(values, "title", task.title());
        put(values, "detail", task.detail());
        put(values, "assignee", task.assignee().value());
        put(values, "dueOn", task.dueOn());
        put(values, "dueTime", task.dueTime());
        put(values, "remind", task.remindMinutes());
        put(values, "repeat", task.repeat() == null ? null : task.repeat().code());
        put(values, "version", task.version());
        return values;
    }

    private static void put(Map<String, String> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }
}
