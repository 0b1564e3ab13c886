package io.legame.duplicates;

import io.legame.customers.CustomerId;
import io.legame.matching.Explanation;
import io.legame.matching.Field;
import io.legame.matching.Level;
import java.util.List;
import java.util.Set;

/**
 * Two customers who may be the same, and why.
 *
 * @param low the one with the smaller number
 * @param explanation without the fields that one of them lacks
 */
public record CandidatePair(CustomerId low, CustomerId high, Explanation explanation) {
    private static final Set<Field> HARD = Set.of(Field.BIRTH_DATE, Field.TAX_CODE);

    public double weight() {
        return explanation.weight();
    }

    /** 0 to 1. */
    public double probability() {
        return explanation.probability();
    }

    /** Whether they have other birth dates or tax codes. */
    public boolean contradictory() {
        return contradicts(explanation);
    }

    static boolean contradicts(Explanation explanation) {
        return explanation.fields().stream()
                .anyMatch(field ->
                        HARD.contains(field.field()) && field.level() != Level.EXACT && field.level() != Level.MISSING);
    }

    static Explanation known(Explanation explanation) {
        List<Explanation.FieldWeight> known = explanation.fields().stream()
                .filter(field -> field.level() != Level.MISSING)
                .toList();
        return new Explanation(
                explanation.weight(), explanation.probability(), explanation.start(), known, explanation.relatives());
    }
}
