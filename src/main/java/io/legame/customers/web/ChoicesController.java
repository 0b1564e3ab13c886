package io.legame.customers.web;

import io.legame.customers.ChoiceLists;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    String add(@PathVariable long id, @RequestParam(required = false) @Nullable String labels) {
        lists.add(id, lines(labels));
        return INDEX;
    }

    @PostMapping("/customers/choices/{id}/{choice}")
    String update(
            @PathVariable long id,
            @PathVariable long choice,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable Boolean archived) {
        if (archived != null) {
            lists.archive(id, choice, archived);
        } else {
            lists.rename(id, choice, Objects.requireNonNullElse(label, ""));
        }
        return INDEX;
    }
}
