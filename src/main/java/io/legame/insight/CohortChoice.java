package io.legame.insight;

import io.legame.platform.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are counted together, and for how long.
 *
 * @param by in which first purchases fall together
 * @param after how many periods are followed after the first, and as many earlier cohorts are shown with the last one
 * @param last a day of the last cohort's period; null for the newest
 * @param channel of the first purchase, a {@link io.legame.timeline.Channel#code()}; null for any
 * @param category of which something was in the first purchase; null for any
 */
public record CohortChoice(
        CohortPeriod by,
        int after,
        @Nullable LocalDate last,
        @Nullable String channel,
        @Nullable String category) {
    public static final int MOST = 36;

    public CohortChoice {
        if (after < 1 || after > MOST) {
            throw Refusal.of("insight.cohorts.error.after", MOST);
        }
    }

    public static CohortChoice by(CohortPeriod period, int after) {
        return new CohortChoice(period, after, null, null, null);
    }

    public boolean restricted() {
        return channel != null || category != null;
    }
}
