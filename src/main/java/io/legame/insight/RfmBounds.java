package io.legame.insight;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What separates the scores of one measure.
 *
 * @param bounds four of them, rising; none while nobody is scored
 * @param own whether the company set them; otherwise they are quintiles, as found
 * @param least whether little is good, as of days since the last purchase
 */
public record RfmBounds(List<BigDecimal> bounds, boolean own, boolean least) {
    /**
     * The values that get a score.
     *
     * @param from null for any
     * @param fromIncluded whether a value equal to it gets the score
     */
    public record Range(
            @Nullable BigDecimal from,
            boolean fromIncluded,
            @Nullable BigDecimal to,
            boolean toIncluded) {
        /** Whether no value gets the score, because as many have the same. */
        public boolean isEmpty() {
            return from != null && to != null && from.compareTo(to) == 0;
        }
    }

    /** Null while nobody is scored. */
    public @Nullable Range of(int score) {
        if (bounds.isEmpty()) {
            return null;
        }
        int passed = least ? 5 - score : score - 1;
        // the company's own bounds of what is better the more belong to the higher score
        boolean belongsAbove = own && !least;
        return new Range(
                passed == 0 ? null : bounds.get(passed - 1),
                belongsAbove,
                passed == 4 ? null : bounds.get(passed),
                !belongsAbove);
    }
}
