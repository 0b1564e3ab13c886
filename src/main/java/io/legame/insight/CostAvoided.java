package io.legame.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a customer costs, and what would go with them, by the figures of the window.
 *
 * @param months the window
 * @param costToServe of all contacts, as the company values them
 * @param margin of what was bought, returns taken off; below zero when they made us lose money
 */
public record CostAvoided(int months, BigDecimal costToServe, BigDecimal margin) {
    private static final int MONTHS_OF_A_YEAR = 12;

    public BigDecimal losses() {
        return margin.negate().max(BigDecimal.ZERO);
    }

    /** What no longer comes in. */
    public BigDecimal marginForgone() {
        return margin.max(BigDecimal.ZERO);
    }

    /** By the year: the cost to serve and the losses. */
    public BigDecimal perYear() {
        return costToServe
                .add(losses())
                .multiply(BigDecimal.valueOf(MONTHS_OF_A_YEAR))
                .divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_UP);
    }

    /** Whether they brought more than they cost. */
    public boolean isLoss() {
        return margin.compareTo(costToServe) > 0;
    }
}
