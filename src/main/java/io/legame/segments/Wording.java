package io.legame.segments;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text that tells a condition, the other way round.
 *
 * @param piece finds the condition's JSON, in {@code not} where the text negates it
 */
record Wording(Role role, Piece<Map<String, Object>> piece) {
    static final String NOT = "not";

    /** Where in a sentence it stands, see {@link Phrase}. */
    enum Role {
        NOUN,
        MODIFIER,
        CLAUSE,
        PREDICATE;

        /** How the phrase is told here; null if it is not. */
        @Nullable
        String of(Phrase phrase, boolean negated) {
            return switch (this) {
                case NOUN -> phrase.noun();
                case MODIFIER -> phrase.modifier();
                case CLAUSE -> phrase.clause();
                case PREDICATE -> negated ? phrase.negated() : phrase.predicate();
            };
        }
    }
}
