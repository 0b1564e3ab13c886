package io.legame.customers.web;

import io.legame.access.Actor;
import io.legame.customers.ListColumn;
import io.legame.customers.ListColumns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which columns the list of customers has for whoever is signed in; those of a saved view are of the list that is looked at. */
@Controller
class ListColumnController {
    private final ListColumns columns;

    ListColumnController(ListColumns columns) {
        this.columns = columns;
    }

    /**
     * Keeps what is ticked, in the order of the form.
     *
     * @param earlier the column that goes one place to the front; null when none does
     */
    @PostMapping("/customers/columns")
    @PreAuthorize("hasAuthority('customers:view')")
    String update(
            @ModelAttribute ListRequest request,
            @RequestParam(name = "column", required = false) @Nullable List<String> ticked,
            @RequestParam(required = false) @Nullable String earlier) {
        List<String> chosen = ticked == null ? new ArrayList<>() : new ArrayList<>(ticked);
        int place = earlier == null ? 0 : chosen.indexOf(earlier);
        if (place > 0) {
            Collections.swap(chosen, place, place - 1);
        }
        List<ListColumn> shown = columns.read(chosen);
        if (request.view() == null) {
            columns.choose(Actor.current().account(), shown);
        }
        return "redirect:" + request.shown(ListQueries.codes(shown)).at("/customers");
    }
}
