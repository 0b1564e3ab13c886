package io.legame.timeline.web;

import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.timeline.Currencies;
import io.legame.timeline.ExchangeRate;
import io.legame.timeline.ExchangeRates;
import io.legame.timeline.RateChange;
import io.legame.timeline.RateEffect;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exchange rates for programs. */
@RestController
@RequestMapping("/api/v1/exchange-rates")
@PreAuthorize("hasAuthority('timeline:rates')")
@Tag(name = "Exchange rates")
class ExchangeRatesApi {
    private static final int LARGEST_PAGE = 1_000;

    private final ExchangeRates rates;
    private final Companies companies;

    ExchangeRatesApi(ExchangeRates rates, Companies companies) {
        this.rates = rates;
        this.companies = companies;
    }

    /**
     * Some rates, by currency, the newest of each first.
     *
     * @param companyCurrency what the rates are in
     * @param next what to ask with as {@code after} and {@code from} for the next ones; null at the end
     */
    record Page(
            String companyCurrency,
            List<ExchangeRate> rates,
            @Nullable Next next) {}

    record Next(String after, LocalDate from) {}

    /** @param rate null to remove the one of the day */
    record Written(
            @Nullable String currency,
            @Nullable LocalDate validFrom,
            @Nullable BigDecimal rate) {}

    /** @param rates all of them are changed, or none */
    record Changes(@Nullable List<@Nullable Written> rates) {}

    /**
     * What the change means for what was recorded.
     *
     * @param done false for a trial
     */
    record Changed(boolean done, long purchases, BigDecimal revenueBefore, BigDecimal revenueAfter) {}

    @GetMapping
    @Operation(summary = "Read exchange rates: what one unit of a currency is worth in the company's, from a day on")
    Page index(
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<ExchangeRate> found = rates.page(
                currency,
                after == null || from == null ? null : new ExchangeRate(after, from, BigDecimal.ONE, "", Instant.EPOCH),
                size + 1);
        List<ExchangeRate> page = found.subList(0, Math.min(size, found.size()));
        return new Page(
                companies.get().currency().getCurrencyCode(),
                page,
                found.size() > size
                        ? new Next(page.getLast().currency(), page.getLast().validFrom())
                        : null);
    }

    /** @param trial whether only to tell what it would mean */
    @PutMapping
    @Operation(
            summary = "Add, correct and remove exchange rates, all of them or none; trial=true only tells the effect")
    Changed update(@RequestBody Changes changes, @RequestParam(defaultValue = "false") boolean trial) {
        List<@Nullable Written> written = Objects.requireNonNullElse(changes.rates(), List.of());
        RateEffect effect =
                rates.change(written.stream().map(ExchangeRatesApi::change).toList(), each -> !trial);
        return new Changed(!trial, effect.purchases(), effect.before(), effect.after());
    }

    private static RateChange change(@Nullable Written written) {
        String currency = written == null ? null : written.currency();
        if (written == null || currency == null || written.validFrom() == null) {
            throw Refusal.of("timeline.rates.error.incomplete");
        }
        String code =
                Currencies.find(currency).orElseThrow(() -> Refusal.of("timeline.rates.error.currency", currency));
        return new RateChange(code, written.validFrom(), written.rate());
    }
}
