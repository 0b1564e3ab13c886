package io.legame.segments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What two or more groups have in common on a day.
 *
 * @param regions who is in exactly these groups, without those in which nobody is
 * @param total what everybody brought, as in {@link Weight#total}
 */
public record Overlap(LocalDate asOf, List<Region> regions, Worth total) {
    /**
     * @param in the groups as bits: 1 the first, 2 the second, 3 both
     * @param worth what they brought, of all time up to the day
     */
    public record Region(int in, long size, Worth worth) {}

    /** All regions together whose groups are asked for. */
    public Region together(IntPredicate groups) {
        return regions.stream()
                .filter(region -> groups.test(region.in()))
                .reduce(
                        new Region(0, 0, new Worth(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)),
                        (one, other) -> new Region(
                                0, one.size() + other.size(), one.worth().plus(other.worth())));
    }

    /** @param index of the group, from 0 */
    public Region group(int index) {
        return together(in -> (in >> index & 1) == 1);
    }

    public Region union() {
        return together(in -> true);
    }
}
