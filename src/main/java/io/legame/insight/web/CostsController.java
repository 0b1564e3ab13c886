package io.legame.insight.web;

import io.legame.access.Actor;
import io.legame.insight.RuleBook;
import io.legame.insight.ServiceCosts;
import io.legame.insight.TierPreview;
import io.legame.platform.Latest;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.legame.platform.View;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What serving customers costs: looked at, tried, decided. */
@Controller
@RequestMapping("/insight/costs")
class CostsController {
    private final ServiceCosts costs;
    private final RuleBook rules;
    private final TierPreview preview;
    private final TransactionOperations transaction;
    private final Texts texts;

    CostsController(
            ServiceCosts costs, RuleBook rules, TierPreview preview, TransactionOperations transaction, Texts texts) {
        this.costs = costs;
        this.rules = rules;
        this.preview = preview;
        this.transaction = transaction;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('insight:view')")
    CostsPage index() {
        return page(RuleFields.NONE);
    }

    private CostsPage page(RuleFields sent) {
        return new CostsPage(costs.overview(), sent, rules.costs(), rules.openSince(), rules.companyDay());
    }

    /** Something was written: what it would change. */
    @PostMapping("/preview")
    @PreAuthorize("hasAuthority('insight:decide')")
    @Nullable
    View preview(@RequestParam Map<String, String> fields, HttpServletResponse response) {
        var sent = new RuleFields(fields);
        return Latest.of(
                response,
                () -> TierEffect.of(() -> preview.of(sent.turn(), read(sent).changes())));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('insight:decide')")
    Object create(
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale language) {
        var sent = new RuleFields(fields);
        try {
            boolean any = decide(read(sent));
            redirect.addFlashAttribute(
                    Shells.TOAST, texts.get(language, any ? "insight.costs.decided" : "insight.costs.unchanged"));
            return "redirect:/insight/costs";
        } catch (Refusal refusal) {
            return page(sent.refused(response, refusal));
        }
    }

    /** Returns whether anything is other than before. */
    private boolean decide(CostFields read) {
        var changes = read.changes();
        var roles = read.roles();
        transaction.executeWithoutResult(status -> {
            rules.decide(changes, read.fields().from(), Actor.current().name());
            roles.forEach(rules::tell);
        });
        return !changes.isEmpty() || !roles.isEmpty();
    }

    private CostFields read(RuleFields sent) {
        return new CostFields(sent, costs.overview());
    }
}
