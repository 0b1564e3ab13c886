package io.legame.insight.web;

import io.legame.insight.Closings;
import io.legame.insight.Falls;
import io.legame.insight.Tiers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The value tiers: how many customers, what they are worth, how they moved. */
@Controller
@PreAuthorize("hasAuthority('insight:view')")
class TiersController {
    private final Tiers tiers;
    private final Closings closings;
    private final Falls falls;

    TiersController(Tiers tiers, Closings closings, Falls falls) {
        this.tiers = tiers;
        this.closings = closings;
        this.falls = falls;
    }

    @GetMapping("/insight/tiers")
    TiersPage index() {
        return new TiersPage(
                tiers.overview().orElse(null),
                tiers.months(),
                migration(null, null),
                closings.closings(),
                falls.count());
    }

    /** @param to null, or not known: today */
    @GetMapping("/insight/tiers/migration")
    MigrationPart migration(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        List<LocalDate> months = tiers.comparable();
        if (months.isEmpty()) {
            return new MigrationPart(months, null);
        }
        LocalDate until = to != null && months.contains(to) ? to : null;
        LocalDate first = from != null && months.contains(from) ? from : months.getFirst();
        LocalDate begin = until != null && !first.isBefore(until) ? before(months, until) : first;
        return new MigrationPart(months, tiers.migration(begin, until));
    }

    private static LocalDate before(List<LocalDate> months, LocalDate month) {
        return months.stream().filter(each -> each.isBefore(month)).findFirst().orElse(month);
    }

    @GetMapping("/insight/home/tiers")
    TiersPanel show() {
        return new TiersPanel(tiers.overview().orElse(null), falls.count());
    }
}
