package io.legame.customers.web;

import io.legame.access.ChangeSetId;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.FlagDecisions;
import io.legame.customers.FlaggedCustomer;
import io.legame.customers.ValueFlag;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides about one value; answered with its row to htmx, with the list and a toast to a plain form. */
@Controller
@PreAuthorize("hasAuthority('customers:correct')")
class FlagDecisionController {
    private final FlagDecisions decisions;
    private final Texts texts;

    FlagDecisionController(FlagDecisions decisions, Texts texts) {
        this.decisions = decisions;
        this.texts = texts;
    }

    @PostMapping("/customers/{id}/flags/{field}/correct")
    Object correct(
            @PathVariable long id,
            @PathVariable String field,
            @RequestParam(defaultValue = "false") boolean why,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            RedirectAttributes flash,
            Locale language) {
        FlaggedCustomer before = flagged(id, field);
        ChangeSetId changes = decisions.correct(before.id(), field(field));
        return answer(new FlaggedRow(field(field), before, why, "corrected", changes), part, flash, language);
    }

    @PostMapping("/customers/{id}/flags/{field}/keep")
    Object keep(
            @PathVariable long id,
            @PathVariable String field,
            @RequestParam(defaultValue = "false") boolean why,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            RedirectAttributes flash,
            Locale language) {
        FlaggedCustomer before = flagged(id, field);
        ChangeSetId changes = decisions.keep(before.id(), field(field));
        return answer(new FlaggedRow(field(field), before, why, "kept", changes), part, flash, language);
    }

    @PostMapping("/customers/{id}/flags/{field}/undo")
    Object undo(
            @PathVariable long id,
            @PathVariable String field,
            @RequestParam(defaultValue = "false") boolean why,
            @RequestParam(required = false) @Nullable Long changes,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            RedirectAttributes flash,
            Locale language) {
        if (changes == null) {
            throw Refusal.notFound();
        }
        decisions.undo(new CustomerId(id), new ChangeSetId(changes));
        return answer(new FlaggedRow(field(field), flagged(id, field), why, null, null), part, flash, language);
    }

    private static CustomerField field(String code) {
        return CustomerField.of(code).orElseThrow(Refusal::notFound);
    }

    private FlaggedCustomer flagged(long id, String field) {
        return decisions.find(new CustomerId(id), field(field)).orElseThrow(Refusal::notFound);
    }

    private Object answer(FlaggedRow row, boolean part, RedirectAttributes flash, Locale language) {
        if (part) {
            return row;
        }
        String decision = row.decision();
        ChangeSetId changes = row.changes();
        if (decision != null && changes != null) {
            flash.addFlashAttribute(
                    Shells.TOAST,
                    texts.get(
                            language,
                            "customers.decision." + decision,
                            row.customer().name()));
            flash.addFlashAttribute(Shells.TOAST_UNDO, row.undoPath(changes));
        }
        ValueFlag.Kind kind = row.customer().flag().kind();
        return "redirect:" + FlaggedRows.path(row.field(), row.why() ? null : kind, null, null);
    }
}
