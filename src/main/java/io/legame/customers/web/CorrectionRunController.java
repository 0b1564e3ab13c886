package io.legame.customers.web;

import io.legame.customers.CorrectionId;
import io.legame.customers.Corrections;
import io.legame.customers.RuleChecks;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The running of a correction: stopped, taken up again, taken back; and the check that finds what to correct. */
@Controller
@PreAuthorize("hasAuthority('customers:correct')")
class CorrectionRunController {
    private final Corrections corrections;
    private final RuleChecks checks;

    CorrectionRunController(Corrections corrections, RuleChecks checks) {
        this.corrections = corrections;
        this.checks = checks;
    }

    @PostMapping("/customers/quality/corrections/{id}/run")
    String create(@PathVariable long id) {
        corrections.goOn(new CorrectionId(id));
        return page(id);
    }

    @PostMapping("/customers/quality/corrections/{id}/stop")
    String destroy(@PathVariable long id) {
        corrections.stop(new CorrectionId(id));
        return page(id);
    }

    @PostMapping("/customers/quality/corrections/{id}/undo")
    String undo(@PathVariable long id) {
        corrections.undo(new CorrectionId(id));
        return page(id);
    }

    private static String page(long id) {
        return "redirect:/customers/quality/corrections/" + id;
    }

    @PostMapping("/customers/quality/corrections/check")
    String check() {
        checks.start();
        return "redirect:/customers/quality/corrections";
    }
}
