package io.legame.timeline;

import java.math.BigDecimal;

/**
 * What changed rates mean for what was recorded.
 *
 * @param purchases and returns of which some line is worth more or less than before
 * @param before what those lines are worth in the company's currency by the old rates
 * @param after the same by the new ones
 */
public record RateEffect(long purchases, BigDecimal before, BigDecimal after) {
    public boolean concernsFacts() {
        return purchases > 0;
    }
}
