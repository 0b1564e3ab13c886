package io.legame.timeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What one unit of a currency is worth from a day on, until the next rate of the same currency.
 *
 * @param currency ISO 4217
 * @param validFrom a day of the company's time zone
 * @param rate of the company's currency
 * @param changedBy who wrote it last
 */
public record ExchangeRate(
        String currency, LocalDate validFrom, BigDecimal rate, String changedBy, Instant changedAt) {}
