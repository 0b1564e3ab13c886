package io.legame.insight.web;

import io.legame.access.Actor;
import io.legame.insight.RuleBook;
import io.legame.insight.ServiceCosts;
import io.legame.insight.TierPreview;
import io.legame.insight.Turn;
import io.legame.platform.Latest;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.legame.platform.View;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
    private final AtomicLong turns = new AtomicLong();

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
        return new CostsPage(costs.overview(), rules.costs(), rules.openSince(), rules.companyDay());
    }

    /** Something was written: what it would change. */
    @PostMapping("/preview")
    @PreAuthorize("hasAuthority('insight:decide')")
    @Nullable
    View preview(@RequestParam Map<String, String> fields, HttpServletResponse response) {
        return Latest.of(
                response,
                () -> new TierEffect(preview.of(turn(), read(fields).changes()), null),
                refusal -> new TierEffect(null, refusal));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('insight:decide')")
    Object create(@RequestParam Map<String, String> fields, RedirectAttributes redirect, Locale language) {
        CostFields read = read(fields);
        var changes = read.changes();
        var roles = read.roles();
        transaction.executeWithoutResult(status -> {
            rules.decide(changes, read.fields().from(), Actor.current().name());
            roles.forEach(rules::tell);
        });
        boolean any = !changes.isEmpty() || !roles.isEmpty();
        redirect.addFlashAttribute(
                Shells.TOAST, texts.get(language, any ? "insight.costs.decided" : "insight.costs.unchanged"));
        return "redirect:/insight/costs";
    }

    private CostFields read(Map<String, String> fields) {
        return new CostFields(new RuleFields(fields), costs.overview());
    }

    private Turn turn() {
        return new Turn(Actor.current() + " insight.costs", turns.incrementAndGet());
    }
}
