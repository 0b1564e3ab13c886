package io.legame.insight;

import java.math.BigDecimal;
import java.util.List;

/**
 * The customers whose first purchases fall into the same period.
 *
 * @param number of the period, as {@link CohortPeriod} counts
 * @param cells what they bought in that period and in each one after it, up to the newest
 */
public record Cohort(int number, List<Cell> cells) {
    /**
     * @param customers how many of them bought in the period
     * @param revenue what they bought it for
     * @param cumulative the same with all periods before
     * @param running whether the period is not over: all of it may still grow
     */
    public record Cell(long customers, BigDecimal revenue, BigDecimal cumulative, boolean running) {}

    /** How many they are. */
    public long size() {
        return cells.getFirst().customers();
    }
}
