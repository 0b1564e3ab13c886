package io.legame.insight.web;

import io.legame.insight.PurchasePeriods;
import io.legame.platform.View;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

@Controller
@PreAuthorize("hasAuthority('insight:view')")
class PeriodsController {
    private final PurchasePeriods periods;

    PeriodsController(PurchasePeriods periods) {
        this.periods = periods;
    }

    /** The whole page, or what changes with a choice when htmx asks. */
    @GetMapping(PeriodsPart.PATH)
    View index(
            @ModelAttribute CohortRequest request,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean isPart) {
        var part = new PeriodsPart(
                request, periods.latest(request.period(), request.choice().after() + 1));
        return isPart ? part : new PeriodsPage(part);
    }
}
