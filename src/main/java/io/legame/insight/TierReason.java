package io.legame.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why a customer is in a tier, or in none. Amounts are of the window. */
public sealed interface TierReason {
    /** How many months the window has. */
    int months();

    /**
     * Never bought.
     *
     * @param courtshipDays so long a customer may cost something without being piombo
     * @param courted whether these are not over
     */
    record NeverBought(int months, BigDecimal cost, LocalDate knownSince, int courtshipDays, boolean courted)
            implements TierReason {}

    /** Bought nothing and cost nothing in the window. */
    record Nothing(int months) implements TierReason {}

    /** The margin does not cover the cost to serve. */
    record Loss(int months, BigDecimal profit, BigDecimal margin, BigDecimal cost) implements TierReason {}

    /**
     * Ranked among those with a profit.
     *
     * @param rank how many of a hundred of them bring less
     * @param fromPercent of which band the customer is, or where the next one begins when the profit is little
     * @param from the same as an amount; null when nobody has a profit
     */
    record Ranked(
            int months,
            BigDecimal profit,
            int rank,
            Band band,
            int fromPercent,
            @Nullable BigDecimal from,
            int loyalty,
            int loyalFrom)
            implements TierReason {
        public boolean loyal() {
            return loyalty >= loyalFrom;
        }
    }

    /** How much profit it is. */
    enum Band {
        HIGH,
        GOOD,
        LITTLE
    }
}
