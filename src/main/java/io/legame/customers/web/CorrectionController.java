package io.legame.customers.web;

import io.legame.customers.CorrectionId;
import io.legame.customers.Corrections;
import io.legame.customers.RuleChecks;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One proposal or one rule for all the values that it is meant for. */
@Controller
@PreAuthorize("hasAuthority('customers:correct')")
class CorrectionController {
    private static final int PAST = 20;

    private final Corrections corrections;
    private final RuleChecks checks;

    CorrectionController(Corrections corrections, RuleChecks checks) {
        this.corrections = corrections;
        this.checks = checks;
    }

    @GetMapping("/customers/quality/corrections")
    CorrectionsPage index() {
        if (checks.checkedAt() == null) {
            checks.start();
        }
        return new CorrectionsPage(corrections.proposals(), rules(), corrections.list(null, PAST));
    }

    @GetMapping("/customers/quality/corrections/rules")
    RuleProposals rules() {
        return new RuleProposals(corrections.rules(), checks.checkedAt(), checks.running());
    }

    @GetMapping("/customers/quality/corrections/new")
    NewCorrection new_(@ModelAttribute CorrectionForm form) {
        return new NewCorrection(corrections.preview(form.target()));
    }

    @PostMapping("/customers/quality/corrections")
    String create(@ModelAttribute CorrectionForm form) {
        return "redirect:/customers/quality/corrections/"
                + corrections.start(form.target()).id().value();
    }

    @GetMapping("/customers/quality/corrections/{id}")
    CorrectionPage show(@PathVariable long id) {
        return new CorrectionPage(status(id));
    }

    @GetMapping("/customers/quality/corrections/{id}/status")
    CorrectionStatus status(@PathVariable long id) {
        return new CorrectionStatus(corrections.get(new CorrectionId(id)));
    }
}
