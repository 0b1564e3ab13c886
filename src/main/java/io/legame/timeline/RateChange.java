package io.legame.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rate to be added or corrected.
 *
 * @param currency ISO 4217
 * @param validFrom a day of the company's time zone
 * @param rate as in {@link ExchangeRate}; null when the one of the day is to be removed
 */
public record RateChange(
        String currency, LocalDate validFrom, @Nullable BigDecimal rate) {}
