package io.legame.insight.web;

import io.legame.insight.Dismissals;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom the company let go. */
@Controller
@PreAuthorize("hasAuthority('insight:decide')")
class DismissalsController {
    private static final int PAGE = 50;

    private final Dismissals dismissals;

    DismissalsController(Dismissals dismissals) {
        this.dismissals = dismissals;
    }

    @GetMapping("/insight/dismissals")
    View index(
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        List<Dismissals.Listed> found = dismissals.list(position(after), PAGE + 1);
        List<Dismissals.Listed> page = found.subList(0, Math.min(PAGE, found.size()));
        var rows = new DismissalRows(
                page,
                found.size() > PAGE
                        ? "/insight/dismissals?after="
                                + page.getLast().dismissal().id()
                        : null);
        return part ? rows : new DismissalsPage(dismissals.sum(), rows);
    }

    private static @Nullable Long position(@Nullable String after) {
        if (after != null && !after.matches("[0-9]{1,18}")) {
            throw Refusal.of("insight.lifeCycle.error.position");
        }
        return after == null ? null : Long.valueOf(after);
    }
}
