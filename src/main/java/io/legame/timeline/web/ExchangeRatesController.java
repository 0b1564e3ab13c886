package io.legame.timeline.web;

import io.legame.platform.Address;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.legame.timeline.ExchangeRate;
import io.legame.timeline.ExchangeRates;
import io.legame.timeline.RateChange;
import io.legame.timeline.RateEffect;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/timeline/exchange-rates")
@PreAuthorize("hasAuthority('timeline:rates')")
class ExchangeRatesController {
    private static final int PAGE = 100;

    private final ExchangeRates rates;
    private final Companies companies;
    private final Texts texts;

    ExchangeRatesController(ExchangeRates rates, Companies companies, Texts texts) {
        this.rates = rates;
        this.companies = companies;
        this.texts = texts;
    }

    /** @param after with {@code from} the last rate of the stretch before */
    @GetMapping
    ExchangeRatesPage index(
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable String correct,
            @RequestParam(required = false) @Nullable String validFrom,
            @RequestParam(required = false) @Nullable String rate) {
        return page(
                currency,
                after == null || from == null ? null : new ExchangeRate(after, from, BigDecimal.ONE, "", Instant.EPOCH),
                RatesForm.of(correct == null ? currency : correct, validFrom, rate),
                null);
    }

    /** What concerns purchases is shown first, and done when it was seen. */
    @PostMapping
    Object update(
            @ModelAttribute RatesForm form, HttpServletResponse response, RedirectAttributes flash, Locale language)
            throws IOException {
        try {
            List<RateChange> changes = form.changes(language);
            RateEffect effect = rates.change(changes, each -> agreed(form, each));
            if (!agreed(form, effect)) {
                return new RateChangePage(own(), changes, rates.all(), effect, WrittenRates.write(changes));
            }
            flash.addFlashAttribute(Shells.TOAST, texts.get(language, "timeline.rates.saved", changes.size()));
            return "redirect:/timeline/exchange-rates";
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            return page(null, null, form, texts.get(language, refusal.key(), refusal.arguments()));
        }
    }

    private static boolean agreed(RatesForm form, RateEffect effect) {
        return !effect.concernsFacts() || form.saw(effect);
    }

    private ExchangeRatesPage page(
            @Nullable String currency, @Nullable ExchangeRate after, RatesForm form, @Nullable String fault) {
        List<ExchangeRate> found = rates.page(currency, after, PAGE + 1);
        List<ExchangeRate> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new ExchangeRatesPage(
                own(),
                rates.count(),
                shown,
                currency,
                found.size() > PAGE
                        ? Address.of("/timeline/exchange-rates")
                                .with("currency", currency)
                                .with("after", shown.getLast().currency())
                                .with("from", shown.getLast().validFrom())
                                .toString()
                        : null,
                form,
                fault);
    }

    private String own() {
        return companies.get().currency().getCurrencyCode();
    }
}
