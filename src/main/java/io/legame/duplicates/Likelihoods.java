package io.legame.duplicates;

import java.util.List;

/**
 * How sure the open proposals are.
 *
 * @param bands from the least sure to the surest; a proposal is as sure as its weakest pair
 * @param contradictory those that are in no band: two of their customers have other birth dates or tax codes
 */
public record Likelihoods(List<Band> bands, long contradictory) {
    /**
     * @param from the probability that it begins with
     * @param to the one that it ends before
     */
    public record Band(double from, double to, long proposals) {}

    /** How many are at least so sure. */
    public long from(double probability) {
        return bands.stream()
                .filter(band -> band.from() >= probability)
                .mapToLong(Band::proposals)
                .sum();
    }
}
