package io.legame.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cohorts below each other, the oldest first, from the first one of somebody; empty without any purchase.
 *
 * @param until the last day that counts
 * @param earlier the last day before the cohorts shown, if there are older ones
 * @param later the first day after the cohorts shown, if there are newer ones
 * @param listed whether lists of customers, which count goods for nothing as purchases too, come to the same
 */
public record CohortTable(
        CohortPeriod by,
        LocalDate until,
        List<Cohort> cohorts,
        @Nullable LocalDate earlier,
        @Nullable LocalDate later,
        boolean listed) {

    /** How many periods the oldest cohort is followed for, its first included. */
    public int width() {
        return cohorts.isEmpty() ? 0 : cohorts.getFirst().cells().size();
    }

    public long size() {
        return cohorts.stream().mapToLong(Cohort::size).sum();
    }

    public boolean running() {
        return cohorts.stream().flatMap(cohort -> cohort.cells().stream()).anyMatch(Cohort.Cell::running);
    }
}
