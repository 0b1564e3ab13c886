package io.legame.notebook.web;

import io.legame.notebook.Task;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where one was when one did something to a task, and goes on: a list, the customer card, the home page. */
@Component
class TaskPlaces {
    private final HttpServletRequest request;

    TaskPlaces(HttpServletRequest request) {
        this.request = request;
    }

    /** @param form says under {@code in} which list or part of a page the task was in, under {@code back} what its form was opened from */
    String after(Map<String, String> form, Task task) {
        boolean part = request.getHeader("HX-Request") != null;
        return "redirect:"
                + switch (form.getOrDefault("in", form.getOrDefault("back", ""))) {
                    case "customer" -> ofCustomer(task, part);
                    case "home" -> part ? "/tasks/panel" : "/";
                    case "all", "overdue", "done" -> "/tasks?view=" + form.get("in");
                    default -> "/tasks";
                };
    }

    private static String ofCustomer(Task task, boolean part) {
        if (task.customer() == null) {
            return "/tasks";
        }
        return (part ? "/tasks/customers/" : "/customers/") + task.customer().value();
    }

    /** What takes back what was done, from the same place. */
    static String undo(Map<String, String> form, Task task, String verb) {
        String in = form.get("in");
        return "/tasks/" + task.id().value() + "/" + verb + (isPlace(in) ? "?in=" + in : "");
    }

    private static boolean isPlace(@Nullable String in) {
        return in != null && in.matches("[a-z]{1,20}");
    }
}
