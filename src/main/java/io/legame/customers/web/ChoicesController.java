package io.legame.customers.web;

import io.legame.customers.ChoiceLists;
import io.legame.platform.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The company's own words to choose from. */
@Controller
@PreAuthorize("hasAuthority('customers:fields')")
class ChoicesController {
    private static final String INDEX = "redirect:/customers/choices";

    private final ChoiceLists lists;

    ChoicesController(ChoiceLists lists) {
        this.lists = lists;
    }

    @GetMapping("/customers/choices")
    ChoicesPage index() {
        return new ChoicesPage(lists.all());
    }

    @PostMapping("/customers/choices")
    String create(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String labels) {
        lists.create(Objects.requireNonNullElse(name, ""), lines(labels));
        return INDEX;
    }

    private static List<String> lines(@Nullable String labels) {
        return labels == null
                ? List.of()
                : labels.lines().filter(line -> !line.isBlank()).toList();
    }

    @PostMapping("/customers/choices/{id}")
    String update(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Boolean archived) {
        if (archived != null) {
            lists.archive(id, archived);
        } else {
            lists.rename(id, Objects.requireNonNullElse(name, ""));
        }
        return back(id);
    }

    private static String back(long list) {
        return INDEX + "#list-" + list;
    }

    @PostMapping("/customers/choices/{id}/choices")
    String add(@PathVariable long id, @RequestParam(required = false) @Nullable String labels) {
        lists.add(id, lines(labels));
        return back(id);
    }

    @PostMapping("/customers/choices/{id}/order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void order(@PathVariable long id, @RequestParam MultiValueMap<String, String> form) {
        lists.order(
                id,
                form.getOrDefault("item", List.of()).stream()
                        .map(ChoicesController::number)
                        .toList());
    }

    static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }

    @PostMapping("/customers/choices/{id}/choices/{choice}/move")
    String move(@PathVariable long id, @PathVariable long choice, @RequestParam(defaultValue = "true") boolean up) {
        lists.move(id, choice, up);
        return back(id);
    }

    @PostMapping("/customers/choices/{id}/choices/{choice}")
    String updateChoice(
            @PathVariable long id,
            @PathVariable long choice,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable Boolean archived) {
        if (archived != null) {
            lists.archive(id, choice, archived);
        } else {
            lists.rename(id, choice, Objects.requireNonNullElse(label, ""));
        }
        return back(id);
    }
}
