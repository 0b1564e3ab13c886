package io.legame.insight.web;

import io.legame.customers.CustomerFilters;
import io.legame.insight.Cohorts;
import io.legame.platform.View;
import io.legame.platform.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

@Controller
@PreAuthorize("hasAuthority('insight:view')")
class CohortsController {
    private final Cohorts cohorts;
    private final ObjectProvider<CustomerFilters> filters;

    CohortsController(Cohorts cohorts, ObjectProvider<CustomerFilters> filters) {
        this.cohorts = cohorts;
        this.filters = filters;
    }

    /** The whole page, or what changes with a choice when htmx asks. */
    @GetMapping(CohortPart.PATH)
    View index(
            @ModelAttribute CohortRequest request,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean isPart) {
        var part = new CohortPart(
                request, cohorts.of(request.choice()), cohorts.channels(), cohorts.categories(), mayList());
        return isPart ? part : new CohortsPage(part);
    }

    private boolean mayList() {
        Viewer viewer = Viewer.current();
        CustomerFilters language = filters.getIfAvailable();
        return language != null && viewer.may("customers:view") && viewer.may(language.permission());
    }
}
