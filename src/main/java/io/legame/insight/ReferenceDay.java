package io.legame.insight;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day from which windows and ages are counted: the files of years ago show a shop as it was. */
public final class ReferenceDay {
    private static final int STALE_AFTER_DAYS = 31;

    private ReferenceDay() {}

    /**
     * Today, or the day of the newest fact when nothing happened for a month.
     *
     * @param newest of the facts up to today; null when there is none
     */
    public static LocalDate of(@Nullable LocalDate newest, LocalDate today) {
        return newest != null && newest.isBefore(today.minusDays(STALE_AFTER_DAYS)) ? newest : today;
    }
}
