package io.legame.notebook.web;

import io.legame.access.AccountId;
import io.legame.customers.CustomerId;
import io.legame.notebook.Repeat;
import io.legame.notebook.Task;
import io.legame.notebook.TaskDraft;
import io.legame.notebook.TaskId;
import io.legame.notebook.TaskView;
import io.legame.notebook.Tasks;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Notebook")
class TasksApi {
    private static final int LARGEST_PAGE = 1000;

    private final Tasks tasks;

    TasksApi(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * A task to write.
     *
     * @param assignee the number of the account that is to do it
     * @param dueOn a day of the company's time zone
     * @param dueTime such as 15:30; absent for any time of the day
     * @param remindMinutes how long before to remind of it
     * @param repeat daily, weekly, monthly or yearly
     * @param version of the task that was read, for a change; absent for whatever is there now
     */
    record TaskWish(
            @Nullable String title,
            @Nullable String detail,
            @Nullable Long customer,
            @Nullable Long assignee,
            @Nullable LocalDate dueOn,
            @Nullable LocalTime dueTime,
            @Nullable Integer remindMinutes,
            @Nullable String repeat,
            @Nullable Integer version) {
        TaskDraft draft() {
            return new TaskDraft(
                    customer == null ? null : new CustomerId(customer),
                    title,
                    detail,
                    assignee == null ? null : new AccountId(assignee),
                    dueOn,
                    dueTime,
                    remindMinutes,
                    repeat == null
                            ? null
                            : Repeat.of(repeat)
                                    .orElseThrow(() -> Refusal.of("notebook.task.error.unreadable", repeat)));
        }
    }

    /**
     * A task.
     *
     * @param dueAt the moment from which it is late
     * @param reminded whether the moment to remind of it has come
     * @param version send it back with a change
     */
    record WrittenTask(
            long id,
            String title,
            @Nullable String detail,
            @Nullable Long customer,
            long assignee,
            String assigneeName,
            @Nullable LocalDate dueOn,
            @Nullable LocalTime dueTime,
            @Nullable Instant dueAt,
            @Nullable Integer remindMinutes,
            boolean reminded,
            @Nullable String repeat,
            int version,
            Instant createdAt,
            String author,
            @Nullable Instant doneAt,
            @Nullable String doneBy) {
        static WrittenTask of(Task task) {
            return new WrittenTask(
                    task.id().value(),
                    task.title(),
                    task.detail(),
                    task.customer() == null ? null : task.customer().value(),
                    task.assignee().value(),
                    task.assigneeName(),
                    task.dueOn(),
                    task.dueTime(),
                    task.dueAt(),
                    task.remindMinutes(),
                    task.reminded(),
                    task.repeat() == null ? null : task.repeat().code(),
                    task.version(),
                    task.createdAt(),
                    task.author(),
                    task.doneAt(),
                    task.doneBy());
        }
    }

    /** @param next give it as {@code skipped} for the next page; null on the last one */
    record TaskPage(List<WrittenTask> tasks, @Nullable Integer next) {}

    @GetMapping
    @PreAuthorize("hasAuthority('notebook:view')")
    @Operation(summary = "List tasks, the soonest first, or those that were done, the latest first")
    TaskPage index(
            @Parameter(description = "all, overdue, done, or mine with the number of an assignee")
                    @RequestParam(defaultValue = "all")
                    String view,
            @Parameter(description = "Whose tasks mine are") @RequestParam(required = false) @Nullable Long assignee,
            @RequestParam(defaultValue = "0") int skipped,
            @RequestParam(defaultValue = "100") int limit) {
        TaskView shown = TaskView.of(view).orElseThrow(() -> Refusal.of("notebook.task.error.unreadable", view));
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        int from = Math.max(0, skipped);
        List<Task> found = tasks.list(shown, new AccountId(assignee == null ? 0 : assignee), from, size + 1);
        return new TaskPage(
                found.stream().limit(size).map(WrittenTask::of).toList(), found.size() > size ? from + size : null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(summary = "Give somebody something to do")
    WrittenTask create(@RequestBody TaskWish wish) {
        return WrittenTask.of(tasks.get(tasks.add(wish.draft())));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('notebook:view')")
    @Operation(summary = "Read a task")
    WrittenTask show(@PathVariable long id) {
        return WrittenTask.of(tasks.get(new TaskId(id)));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(
            summary = "Write a task anew",
            description = "With the version that was read nothing is overwritten that somebody wrote since: 409.")
    WrittenTask update(@PathVariable long id, @RequestBody TaskWish wish) {
        Task task = tasks.get(new TaskId(id));
        return WrittenTask.of(
                tasks.edit(task.id(), wish.version() == null ? task.version() : wish.version(), wish.draft()));
    }

    @PostMapping("/{id}/done")
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(summary = "It is done; when it repeats, the next one begins")
    WrittenTask done(@PathVariable long id) {
        return WrittenTask.of(tasks.done(new TaskId(id)));
    }

    @PostMapping("/{id}/undone")
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(summary = "It is to be done after all")
    WrittenTask undone(@PathVariable long id) {
        return WrittenTask.of(tasks.undone(new TaskId(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(summary = "Remove a task; for thirty days it can be brought back")
    void destroy(@PathVariable long id) {
        tasks.remove(new TaskId(id));
    }

    @PostMapping("/{id}/restore")
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(summary = "Bring back a task that was removed")
    WrittenTask restore(@PathVariable long id) {
        return WrittenTask.of(tasks.restore(new TaskId(id)));
    }
}
