package io.legame.notebook.web;

import io.legame.notebook.TaskView;
import io.legame.platform.Address;
import io.legame.platform.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page of tasks.
 *
 * @param counts of those that are to be done
 * @param next how many were shown by now, when there are more; null at the end
 */
public record TaskList(
        TaskView view,
        Map<TaskView, Integer> counts,
        List<TaskRow> rows,
        int skipped,
        @Nullable Integer next,
        LocalDate today)
        implements View {
    /** Whether the line is the first under its heading. */
    public boolean begins(int index) {
        return view != TaskView.DONE
                && (index == 0
                        || !rows.get(index - 1).when().equals(rows.get(index).when()));
    }

    public String path(TaskView other) {
        return other == TaskView.MINE ? "/tasks" : "/tasks?view=" + other.code();
    }

    public String nextPath() {
        return Address.of("/tasks")
                .with("view", view.code())
                .with("skipped", next)
                .toString();
    }
}
