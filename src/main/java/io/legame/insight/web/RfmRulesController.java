package io.legame.insight.web;

import io.legame.access.Actor;
import io.legame.insight.RfmPreview;
import io.legame.insight.RfmRules;
import io.legame.insight.RuleBook;
import io.legame.insight.Turn;
import io.legame.platform.Latest;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.legame.platform.View;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What separates the scores: looked at, tried, decided. */
@Controller
@RequestMapping("/insight/rfm/rules")
@PreAuthorize("hasAuthority('insight:decide')")
class RfmRulesController {
    private final RuleBook rules;
    private final RfmPreview preview;
    private final Texts texts;

    RfmRulesController(RuleBook rules, RfmPreview preview, Texts texts) {
        this.rules = rules;
        this.preview = preview;
        this.texts = texts;
    }

    @GetMapping
    RfmRulesPage edit() {
        return page(RuleFields.NONE, effect(null, () -> rules.today(RfmRules.class)));
    }

    private RfmRulesPage page(RuleFields sent, RfmEffect effect) {
        return new RfmRulesPage(
                rules.today(RfmRules.class),
                sent,
                effect,
                rules.decisions(RfmRules.class),
                rules.openSince(),
                rules.companyDay());
    }

    private RfmEffect effect(@Nullable Turn turn, Supplier<RfmRules> proposed) {
        return RfmEffect.of(() -> preview.of(turn, proposed.get()));
    }

    /** Something was moved: what it would change. */
    @PostMapping("/preview")
    @Nullable
    View preview(@RequestParam Map<String, String> fields, HttpServletResponse response) {
        var sent = new RuleFields(fields);
        return Latest.of(response, () -> effect(sent.turn(), () -> read(sent)));
    }

    @PostMapping
    Object create(
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale language) {
        var sent = new RuleFields(fields);
        var tried = sent.decide(
                response,
                () -> rules.decide(read(sent), sent.from(), Actor.current().name()));
        if (tried.refusal() != null) {
            return page(tried, effect(null, () -> read(sent)));
        }
        redirect.addFlashAttribute(Shells.TOAST, texts.get(language, "insight.rules.decided"));
        return "redirect:/insight/rfm/rules";
    }

    private static RfmRules read(RuleFields fields) {
        return new RfmRules(
                fields.whole("rfmMonths"),
                bounds(fields, "recency"),
                bounds(fields, "frequency"),
                bounds(fields, "monetary"));
    }

    private static List<BigDecimal> bounds(RuleFields fields, String measure) {
        var bounds = new ArrayList<BigDecimal>();
        if (fields.text(measure).equals("own")) {
            for (int i = 1; i <= 4; i++) {
                bounds.add(fields.decimal(measure + i));
            }
        }
        return bounds;
    }
}
