package io.legame.duplicates;

import io.legame.customers.CustomerId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Customers who may be the same.
 *
 * @param members as they are now: who became part of another one is that one
 * @param pairs every two of the members, the surest first
 * @param probability that of the weakest pair, 0 to 1
 * @param weight the same as the logarithm to the base 2 of the odds: it tells apart what is as good as sure
 * @param contradictory whether two of them have other birth dates or tax codes
 */
public record Proposal(
        ProposalId id,
        State state,
        List<CustomerId> members,
        List<CandidatePair> pairs,
        double probability,
        double weight,
        boolean contradictory) {

    /** A text for each is {@code duplicates.state.<code>}. */
    public enum State {
        OPEN,
        /** They are one now. */
        MERGED,
        /** Somebody said that not all of them are the same; those who may be are another proposal. */
        DIFFERENT,
        /** Fewer than two of them are still there. */
        GONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a weight says, 0 to 1. */
    static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    /** The other way round. */
    static double weight(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }

    /** The pair that is the least sure. */
    public CandidatePair weakest() {
        return pairs.stream()
                .min(Comparator.comparingDouble(CandidatePair::weight))
                .orElseThrow();
    }
}
