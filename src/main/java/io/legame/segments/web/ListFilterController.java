package io.legame.segments.web;

import io.legame.customers.CustomerQuery;
import io.legame.customers.Customers;
import io.legame.insight.Turn;
import io.legame.platform.Address;
import io.legame.platform.Latest;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import io.legame.segments.Builders;
import io.legame.segments.Draft;
import io.legame.segments.Drafting;
import io.legame.segments.Filters;
import io.legame.segments.Telling;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Filters of the list of customers, made with the builder of segments. */
@Controller
@PreAuthorize("hasAuthority('segments:filter')")
class ListFilterController {
    private static final String LIST = "/customers";
    /** Longer addresses are cut by browsers and proxies. */
    private static final int LONGEST = 6_000;

    private final Filters filters;
    private final Drafting drafting;
    private final Builders builders;
    private final Telling telling;
    private final Customers customers;

    ListFilterController(Filters filters, Drafting drafting, Builders builders, Telling telling, Customers customers) {
        this.filters = filters;
        this.drafting = drafting;
        this.builders = builders;
        this.telling = telling;
        this.customers = customers;
    }

    /** @param to the list to go to with the filter */
    @GetMapping("/segments/list-filter")
    ListFilter new_(
            @RequestParam(required = false) @Nullable String filter, @RequestParam(defaultValue = LIST) String to) {
        Draft.Group draft = filter == null ? Draft.empty() : drafting.draft(filters.read(filter));
        return form(draft, Turn.newScreen(), local(to), null);
    }

    private ListFilter form(Draft.Group draft, String screen, String to, @Nullable String problem) {
        return new ListFilter(
                screen,
                to,
                new Conditions(builders.show(draft), builders.menu(), false, false),
                count(draft, false),
                problem);
    }

    /** Nobody sends the reader anywhere but to a list of customers. */
    private static String local(String to) {
        if (!to.equals(LIST) && !to.startsWith(LIST + "?")) {
            throw Refusal.of("segments.error.list");
        }
        return to;
    }

    /** How many they are, of those whom the reader sees. */
    private ListFilterCount count(Draft.Group draft, boolean alone) {
        String json = filters.write(drafting.filter(draft));
        var chosen = customers.filter(json);
        return new ListFilterCount(
                chosen.sentence(), json, customers.count(CustomerQuery.of(chosen), 0), builders.problems(draft), alone);
    }

    /** Conditions change while somebody makes the filter: the number is another one. */
    @PostMapping(path = "/segments/builder/preview", params = "to")
    @Nullable
    View preview(@RequestParam MultiValueMap<String, String> form, HttpServletResponse response) {
        BuilderForm sent = BuilderForm.read(form);
        return Latest.of(response, () -> sent.turnOf().during(() -> count(sent.draft(), true)));
    }

    /** Shows the list; without conditions, everybody. */
    @PostMapping("/segments/list-filter")
    @Nullable
    View create(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = LIST) String to,
            HttpServletResponse response) {
        // what is half typed into a search is meant, too
        BuilderForm sent = BuilderForm.read(form);
        Draft.Group draft = drafting.act(sent.draft(), "update");
        String list = local(to);
        try {
            var filter = drafting.complete(draft);
            String json = filters.write(filter);
            if (json.length() > LONGEST) {
                throw Refusal.of("segments.error.longFilter");
            }
            boolean everybody = draft.parts().isEmpty();
            response.setStatus(HttpStatus.NO_CONTENT.value());
            response.setHeader(
                    "HX-Redirect",
                    everybody ? list : Address.more(list).with("filter", json).toString());
            return null;
        } catch (Refusal refusal) {
            String problem = telling.reason(refusal);
            return form(draft, sent.screen(), list, problem);
        }
    }
}
