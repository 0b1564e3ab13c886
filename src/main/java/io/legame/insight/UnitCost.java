package io.legame.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction costs the company, from a day on until the next cost of the same kind and channel.
 *
 * @param kind of the interactions, such as {@code call}, or {@code purchase} for what each order costs to deliver
 * @param channel only on this one, then it goes before the cost for all; null for all
 * @param amount in the company's currency, not negative
 */
public record UnitCost(String kind, @Nullable String channel, LocalDate validFrom, BigDecimal amount) {}
