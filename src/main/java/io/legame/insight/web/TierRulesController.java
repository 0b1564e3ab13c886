package io.legame.insight.web;

import io.legame.access.Actor;
import io.legame.insight.RuleBook;
import io.legame.insight.Tier;
import io.legame.insight.TierPreview;
import io.legame.insight.TierRules;
import io.legame.insight.Turn;
import io.legame.platform.Latest;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.legame.platform.View;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
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

/** The rules of tiers: looked at, tried, decided. */
@Controller
@RequestMapping("/insight/tiers/rules")
@PreAuthorize("hasAuthority('insight:decide')")
class TierRulesController {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RuleBook rules;
    private final TierPreview preview;
    private final Texts texts;

    TierRulesController(RuleBook rules, TierPreview preview, Texts texts) {
        this.rules = rules;
        this.preview = preview;
        this.texts = texts;
    }

    @GetMapping
    TierRulesPage edit() {
        return page(RuleFields.NONE, effect(null, () -> rules.today(TierRules.class)));
    }

    private TierRulesPage page(RuleFields sent, TierEffect effect) {
        return new TierRulesPage(
                rules.today(TierRules.class),
                sent,
                effect,
                rules.decisions(TierRules.class),
                rules.openSince(),
                rules.companyDay());
    }

    private TierEffect effect(@Nullable Turn turn, Supplier<TierRules> proposed) {
        return TierEffect.of(() -> preview.of(turn, proposed.get()));
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
        return "redirect:/insight/tiers/rules";
    }

    private static TierRules read(RuleFields fields) {
        return new TierRules(
                fields.whole("months"),
                fields.decimal("assumedMargin").divide(HUNDRED),
                fields.whole("highFrom"),
                fields.whole("goodFrom"),
                fields.whole("loyalFrom"),
                fields.whole("recencyWeight"),
                fields.whole("frequencyWeight"),
                fields.whole("tenureWeight"),
                fields.whole("regularityWeight"),
                fields.whole("frequentOrders"),
                fields.whole("tenureDays"),
                fields.whole("courtshipDays"),
                tier(fields, "highLoyal"),
                tier(fields, "high"),
                tier(fields, "goodLoyal"),
                tier(fields, "good"),
                tier(fields, "littleLoyal"),
                tier(fields, "little"));
    }

    private static Tier tier(RuleFields fields, String name) {
        return Tier.of(fields.text(name)).orElseThrow(() -> Refusal.of("insight.rules.error.tier", fields.text(name)));
    }
}
