package io.legame.notebook.web;

import io.legame.notebook.Task;
import io.legame.notebook.TaskId;
import io.legame.notebook.Tasks;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A task is done, or is after all to be done; it is taken away, or brought back. */
@Controller
@PreAuthorize("hasAuthority('notebook:view') and hasAuthority('notebook:write')")
class TaskStateController {
    private final Tasks tasks;
    private final TaskPlaces places;
    private final Texts texts;

    TaskStateController(Tasks tasks, TaskPlaces places, Texts texts) {
        this.tasks = tasks;
        this.places = places;
        this.texts = texts;
    }

    @PostMapping("/tasks/{id}/done")
    String done(
            @PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash, Locale language) {
        Task task = tasks.done(new TaskId(id));
        return said(
                task,
                task.repeat() == null ? "notebook.task.isDone" : "notebook.task.isDoneRepeats",
                "undone",
                form,
                flash,
                language);
    }

    private String said(
            Task task,
            String text,
            @Nullable String undo,
            Map<String, String> form,
            RedirectAttributes flash,
            Locale language) {
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, text, task.title()));
        if (undo != null) {
            flash.addFlashAttribute(Shells.TOAST_UNDO, TaskPlaces.undo(form, task, undo));
        }
        return places.after(form, task);
    }

    @PostMapping("/tasks/{id}/undone")
    String undone(
            @PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash, Locale language) {
        return said(tasks.undone(new TaskId(id)), "notebook.task.isUndone", null, form, flash, language);
    }

    @PostMapping("/tasks/{id}/remove")
    String remove(
            @PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash, Locale language) {
        return said(tasks.remove(new TaskId(id)), "notebook.task.removed", "restore", form, flash, language);
    }

    @PostMapping("/tasks/{id}/restore")
    String restore(
            @PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash, Locale language) {
        return said(tasks.restore(new TaskId(id)), "notebook.task.restored", null, form, flash, language);
    }
}
