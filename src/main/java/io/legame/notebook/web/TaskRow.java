package io.legame.notebook.web;

import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.notebook.Task;
import io.legame.platform.Shell;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A task as a line of a list.
 *
 * @param customer the name of whom it is about; null for nobody in particular
 */
public record TaskRow(Task task, @Nullable String customer, LocalDate today, Instant now) {
    /** The lines of tasks, with their customers' names. */
    static List<TaskRow> of(List<Task> tasks, Customers customers, LocalDate today, Instant now) {
        Map<CustomerId, String> names = names(
                customers,
                tasks.stream()
                        .map(Task::customer)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return tasks.stream()
                .map(task -> new TaskRow(task, task.customer() == null ? null : names.get(task.customer()), today, now))
                .toList();
    }

    static Map<CustomerId, String> names(Customers customers, List<CustomerId> ids) {
        return customers.summaries(ids).stream().collect(Collectors.toMap(CustomerSummary::id, CustomerSummary::name));
    }

    public boolean overdue() {
        return task.overdue(now);
    }

    /** Its day and time, the near days by their names. */
    public String due(Shell shell) {
        LocalDate day = task.dueOn();
        if (day == null) {
            return "";
        }
        String shown = day.equals(today)
                ? shell.text("notebook.task.today")
                : day.equals(today.plusDays(1))
                        ? shell.text("notebook.task.tomorrow")
                        : day.equals(today.minusDays(1)) ? shell.text("notebook.task.yesterday") : shell.date(day);
        return task.dueTime() == null ? shown : shown + ", " + task.dueTime();
    }

    /** The heading that it stands under: what is late, and what comes when. */
    public String when() {
        if (task.done()) {
            return "done";
        }
        if (overdue()) {
            return "overdue";
        }
        LocalDate day = task.dueOn();
        if (day == null) {
            return "someday";
        }
        return !day.isAfter(today) ? "today" : day.isBefore(today.plusDays(7)) ? "week" : "later";
    }
}
