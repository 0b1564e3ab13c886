package io.legame.intake;

import java.time.Instant;
import java.util.List;

/**
 * What an import would do, found out by trying it without writing.
 *
 * @param at when it was tried
 * @param reasons why rows would not be taken
 * @param updates which fields of known customers would change, with before and after
 * @param flags what is wrong with values of the rows that would be taken
 * @param duplicates customers that would be created and are probably known; the value names whom they resemble
 */
public record WouldBe(
        Instant at,
        long rows,
        Import.Counts counts,
        List<Reason> reasons,
        List<Reason> updates,
        List<Reason> flags,
        List<Reason> duplicates) {
    static final String DUPLICATE = "intake.duplicate";

    public long probableDuplicates() {
        return duplicates.stream().mapToLong(Reason::rows).sum();
    }
}
