package io.legame.timeline;

import io.legame.platform.Company;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Exchange rates as they are at one moment. A currency that is null is the company's. */
public final class Rates {
    /** As {@link ExchangeRates#inCompanyCurrency} rounds. */
    private static final int DECIMALS = 4;

    private final Company company;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency;

    Rates(Company company, Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency) {
        this.company = company;
        this.byCurrency = byCurrency;
    }

    /** As a line stores it: null for the company's own. */
    public @Nullable String foreign(@Nullable String currency) {
        return company.currency().getCurrencyCode().equals(currency) ? null : currency;
    }

    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, company.timeZone());
    }

    /** Null when there is none yet on the moment's day. */
    public @Nullable BigDecimal at(@Nullable String currency, Instant moment) {
        return foreign(currency) == null ? BigDecimal.ONE : on(currency, day(moment));
    }

    /** Null when there is none yet on the day. */
    public @Nullable BigDecimal on(@Nullable String currency, LocalDate day) {
        NavigableMap<LocalDate, BigDecimal> rates = byCurrency.get(currency);
        var rate = rates == null ? null : rates.floorEntry(day);
        return rate == null ? null : rate.getValue();
    }

    /** In the company's currency; null when there is no rate. */
    public @Nullable BigDecimal convert(BigDecimal amount, @Nullable String currency, Instant moment) {
        if (foreign(currency) == null) {
            return amount;
        }
        BigDecimal rate = at(currency, moment);
        return rate == null ? null : amount.multiply(rate).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
