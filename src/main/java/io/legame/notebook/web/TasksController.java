package io.legame.notebook.web;

import io.legame.access.AccountId;
import io.legame.access.Actor;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.notebook.Task;
import io.legame.notebook.TaskId;
import io.legame.notebook.TaskView;
import io.legame.notebook.Tasks;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of tasks and their form. */
@Controller
@PreAuthorize("hasAuthority('notebook:view') and hasAuthority('notebook:write')")
class TasksController {
    private static final int PAGE = 100;

    private final Tasks tasks;
    private final Customers customers;
    private final TaskPlaces places;
    private final Texts texts;

    TasksController(Tasks tasks, Customers customers, TaskPlaces places, Texts texts) {
        this.tasks = tasks;
        this.customers = customers;
        this.places = places;
        this.texts = texts;
    }

    @GetMapping("/tasks")
    @PreAuthorize("hasAuthority('notebook:view')")
    TaskList index(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable Integer skipped) {
        AccountId viewer = Actor.current().account();
        TaskView shown = view == null ? TaskView.MINE : TaskView.of(view).orElse(TaskView.MINE);
        int from = skipped == null ? 0 : Math.max(0, skipped);
        List<Task> found = tasks.list(shown, viewer, from, PAGE + 1);
        return new TaskList(
                shown,
                tasks.counts(viewer),
                TaskRow.of(found.stream().limit(PAGE).toList(), customers, tasks.today(), tasks.moment()),
                from,
                found.size() > PAGE ? from + PAGE : null,
                tasks.today());
    }

    @GetMapping("/tasks/new")
    TaskForm new_(@RequestParam(required = false) @Nullable Long customer) {
        var values = new HashMap<String, String>();
        values.put("assignee", Long.toString(Actor.current().account().value()));
        if (customer != null) {
            values.put("customer", customer.toString());
            values.put("back", "customer");
        }
        return form(null, values, null);
    }

    private TaskForm form(@Nullable Long id, Map<String, String> values, @Nullable String fault) {
        return new TaskForm(id, values, customer(values), tasks.colleagues(), fault);
    }

    private @Nullable String customer(Map<String, String> values) {
        String id = values.getOrDefault("customer", "");
        return id.matches("[0-9]{1,18}")
                ? TaskRow.names(customers, List.of(customers.current(new CustomerId(Long.parseLong(id)))))
                        .values()
                        .stream()
                        .findFirst()
                        .orElse(null)
                : values.get("customerName");
    }

    /** From its form, or the short one above a list or on the card. */
    @PostMapping("/tasks")
    Object create(
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale language) {
        try {
            Task task = tasks.get(tasks.add(TaskFields.draft(form)));
            flash.addFlashAttribute(Shells.TOAST, texts.get(language, "notebook.task.added"));
            flash.addFlashAttribute(Shells.TOAST_UNDO, TaskPlaces.undo(form, task, "remove"));
            return places.after(form, task);
        } catch (Refusal refusal) {
            if (form.containsKey("in")) {
                throw refusal;
            }
            return refused(null, form, refusal, response, language);
        }
    }

    private TaskForm refused(
            @Nullable Long id,
            Map<String, String> form,
            Refusal refusal,
            HttpServletResponse response,
            Locale language) {
        response.setStatus(refusal.status().value());
        var values = new HashMap<>(form);
        if (id != null) {
            // what is saved next takes the place of what is there now
            values.put("version", Integer.toString(tasks.get(new TaskId(id)).version()));
        }
        return form(id, values, texts.get(language, refusal.key(), refusal.arguments()));
    }

    @GetMapping("/tasks/{id}/edit")
    TaskForm edit(@PathVariable long id) {
        return form(id, TaskFields.of(tasks.get(new TaskId(id))), null);
    }

    @PostMapping("/tasks/{id}")
    Object update(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale language) {
        var task = new TaskId(id);
        tasks.get(task);
        String version = form.getOrDefault("version", "");
        try {
            tasks.edit(task, version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0, TaskFields.draft(form));
        } catch (Refusal refusal) {
            return refused(id, form, refusal, response, language);
        }
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "notebook.task.saved"));
        return "redirect:/tasks";
    }
}
