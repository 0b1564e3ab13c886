package io.legame.segments;

import org.jspecify.annotations.Nullable;

/**
 * A condition in words.
 *
 * @param noun what replaces "customers": "women"
 * @param modifier what can follow the noun directly: "aged 35 to 45"
 * @param clause what can follow those: "whose Shoe size is at least 40"
 * @param predicate what follows "who": "are aged 35 to 45"
 * @param negated what follows "who" when it does not hold: "are not aged 35 to 45"
 * @param opposite how the contrary is told where this is a contrary itself: it is no longer one when it is negated
 */
public record Phrase(
        @Nullable String noun,
        @Nullable String modifier,
        @Nullable String clause,
        String predicate,
        String negated,
        @Nullable Phrase opposite) {
    Phrase(
            @Nullable String noun,
            @Nullable String modifier,
            @Nullable String clause,
            String predicate,
            String negated) {
        this(noun, modifier, clause, predicate, negated, null);
    }

    Phrase negate() {
        return new Phrase(null, null, null, /* predicate= */ negated, /* negated= */ predicate, this);
    }
}
