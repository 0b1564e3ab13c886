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
import java.util.concurrent.atomic.AtomicLong;
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
    private final AtomicLong turns = new AtomicLong();

    TierRulesController(RuleBook rules, TierPreview preview, Texts texts) {
        this.rules = rules;
        this.preview = preview;
        this.texts = texts;
    }

    @GetMapping
    TierRulesPage edit() {
        TierRules shown = rules.today(TierRules.class);
        return new TierRulesPage(
                shown,
                new TierEffect(preview.of(turn(), shown), null),
                rules.decisions(TierRules.class),
                rules.openSince(),
                rules.companyDay());
    }

    /** Something was moved: what it would change. */
    @PostMapping("/preview")
    @Nullable
    View preview(@RequestParam Map<String, String> fields, HttpServletResponse response) {
        return Latest.of(
                response,
                () -> new TierEffect(preview.of(turn(), read(new RuleFields(fields))), null),
                refusal -> new TierEffect(null, refusal));
    }

    @PostMapping
    Object create(@RequestParam Map<String, String> fields, RedirectAttributes redirect, Locale language) {
        var read = new RuleFields(fields);
        rules.decide(read(read), read.from(), Actor.current().name());
        redirect.addFlashAttribute(Shells.TOAST, texts.get(language, "insight.rules.decided"));
        return "redirect:/insight/tiers/rules";
    }

    private Turn turn() {
        return new Turn(Actor.current() + " insight.tiers.rules", turns.incrementAndGet());
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
