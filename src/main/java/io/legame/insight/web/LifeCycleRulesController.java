package io.legame.insight.web;

import io.legame.access.Actor;
import io.legame.insight.LifeCyclePreview;
import io.legame.insight.LifeCycleRules;
import io.legame.insight.PurchaseRhythm;
import io.legame.insight.RuleBook;
import io.legame.platform.Latest;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.legame.platform.View;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of the life cycle: seen, tried and decided. */
@Controller
@RequestMapping("/insight/life-cycle/rules")
@PreAuthorize("hasAuthority('insight:decide')")
class LifeCycleRulesController {
    private final RuleBook rules;
    private final LifeCyclePreview preview;
    private final PurchaseRhythm rhythm;
    private final Texts texts;

    LifeCycleRulesController(RuleBook rules, LifeCyclePreview preview, PurchaseRhythm rhythm, Texts texts) {
        this.rules = rules;
        this.preview = preview;
        this.rhythm = rhythm;
        this.texts = texts;
    }

    /** @param proposed numbers that stand in the fields in the place of those that count */
    @GetMapping
    RulesPage edit(@RequestParam Map<String, String> proposed) {
        RulesForm form = form(proposed);
        return page(form, form.faults());
    }

    private RulesForm form(Map<String, String> sent) {
        return new RulesForm(new RuleFields(sent), rules.today(LifeCycleRules.class));
    }

    private RulesPage page(RulesForm form, Map<String, Refusal> faults) {
        return new RulesPage(
                form, faults, rules.companyDay(), rules.openSince(), rules.decisions(LifeCycleRules.class));
    }

    /** What customers would be while the numbers are moved. */
    @PostMapping("/preview")
    @Nullable
    View preview(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        RulesForm form = form(sent);
        Map<String, Refusal> faults = form.faults();
        if (!faults.isEmpty()) {
            return new RulesPreview(faults, null);
        }
        var fields = form.sent();
        return Latest.of(
                response, () -> new RulesPreview(faults, preview.of(form.rules(), fields.from(), fields.turn())));
    }

    /** The company's own rhythm of purchase. */
    @GetMapping("/rhythm")
    RhythmPanel rhythm() {
        PurchaseRhythm.Rhythm found = rhythm.rhythm();
        return new RhythmPanel(
                found, found.proposal(rules.today(LifeCycleRules.class)).orElse(null));
    }

    @PostMapping
    Object update(
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale language) {
        RulesForm form = form(sent);
        Map<String, Refusal> faults = form.faults();
        if (faults.isEmpty()) {
            try {
                rules.decide(form.rules(), form.sent().from(), Actor.current().name());
            } catch (Refusal refusal) {
                faults = Map.of("from", refusal);
            }
        }
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, faults);
        }
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "insight.lifeCycle.rules.saved"));
        return "redirect:/insight/life-cycle/rules";
    }
}
