package io.legame.insight.web;

import io.legame.insight.CohortChoice;
import io.legame.insight.CohortMeasure;
import io.legame.insight.CohortPeriod;
import io.legame.platform.Address;
import io.legame.platform.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which cohorts an address means. What it does not say is the usual.
 *
 * @param by the code of a {@link CohortPeriod}
 * @param measure the code of a {@link CohortMeasure}
 * @param after how many periods are followed after the first
 * @param last a day of the last cohort's period
 * @param channel of the first purchase
 * @param category of the first purchase
 * @param who {@value #MISSING} when a cell leads to those who did not buy
 */
public record CohortRequest(
        @Nullable String by,
        @Nullable String measure,
        @Nullable String after,
        @Nullable String last,
        @Nullable String channel,
        @Nullable String category,
        @Nullable String who) {
    static final String MISSING = "missing";
    private static final int USUAL = 12;

    CohortChoice choice() {
        return new CohortChoice(period(), periods(), day(), channel, category);
    }

    public CohortPeriod period() {
        return by == null ? CohortPeriod.MONTH : CohortPeriod.of(by);
    }

    public CohortMeasure measured() {
        return measure == null ? CohortMeasure.RETAINED : CohortMeasure.of(measure);
    }

    public int periods() {
        try {
            return after == null ? USUAL : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw Refusal.of("insight.cohorts.error.after", CohortChoice.MOST);
        }
    }

    private @Nullable LocalDate day() {
        try {
            return last == null ? null : LocalDate.parse(last);
        } catch (DateTimeParseException e) {
            throw Refusal.of("insight.cohorts.error.last", Objects.requireNonNull(last));
        }
    }

    public boolean missing() {
        return MISSING.equals(who);
    }

    CohortRequest endingWith(@Nullable LocalDate day) {
        return new CohortRequest(by, measure, after, day == null ? null : day.toString(), channel, category, who);
    }

    /** The address under a path of ours. */
    public Address at(String path) {
        return Address.of(path)
                .with("by", by)
                .with("measure", measure)
                .with("after", after)
                .with("last", last)
                .with("channel", channel)
                .with("category", category)
                .with("who", who);
    }
}
