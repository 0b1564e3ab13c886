package io.legame.duplicates.web;

import io.legame.customers.Customers;
import io.legame.duplicates.Duplicates;
import io.legame.duplicates.Proposal;
import io.legame.duplicates.ProposalId;
import io.legame.duplicates.Scan;
import io.legame.duplicates.ScanId;
import io.legame.platform.View;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The search for duplicates and what it proposes. */
@Controller
@PreAuthorize("hasAuthority('duplicates:review')")
class DuplicatesController {
    private static final int PAGE = 50;

    private final Duplicates duplicates;
    private final Customers customers;

    DuplicatesController(Duplicates duplicates, Customers customers) {
        this.duplicates = duplicates;
        this.customers = customers;
    }

    @GetMapping("/duplicates")
    View index(
            @RequestParam(required = false) @Nullable Long after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        Proposal last = after == null ? null : duplicates.get(new ProposalId(after));
        List<Proposal> found = duplicates.open(last, PAGE + 1);
        ProposalRows rows = ProposalRows.of(customers, found, PAGE);
        return part
                ? rows
                : new DuplicatesPage(
                        status(),
                        duplicates.openCount(),
                        rows,
                        customers.count().all() == 0);
    }

    private ScanStatus status() {
        return new ScanStatus(
                duplicates.scan().orElse(null), duplicates.complete().orElse(null));
    }

    /** At the end of the search the whole page is another one. */
    @GetMapping("/duplicates/scan")
    ScanStatus scan(HttpServletResponse response) {
        ScanStatus status = status();
        if (!status.running()) {
            response.setHeader("HX-Refresh", "true");
        }
        return status;
    }

    @PostMapping("/duplicates/scan")
    @PreAuthorize("hasAuthority('duplicates:scan')")
    String create() {
        duplicates.start();
        return "redirect:/duplicates";
    }

    @PostMapping("/duplicates/scan/{id}/stop")
    @PreAuthorize("hasAuthority('duplicates:scan')")
    String destroy(@PathVariable long id) {
        Scan scan = duplicates.scan(new ScanId(id));
        duplicates.stop(scan.id());
        return "redirect:/duplicates";
    }
}
