package io.legame.insight;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The moment of PostgreSQL that a warehouse file holds, kept in the file itself.
 *
 * @param origin which database it was copied from, see {@link Sources#now}
 * @param timeZone in which its days are cut
 * @param snapshot exactly the transactions that it shows; null while it is empty
 * @param builtAt when the file was begun
 */
record Watermark(String origin, ZoneId timeZone, @Nullable Snapshot snapshot, Instant builtAt) {

    Watermark at(Snapshot later) {
        return new Watermark(origin, timeZone, later, builtAt);
    }

    /** Whether a step from here to there is possible, or the file must be written anew. */
    boolean leadsTo(Sources.Now now) {
        return origin.equals(now.origin())
                && timeZone.equals(now.timeZone())
                && (snapshot == null || !snapshot.isAheadOf(now.snapshot()));
    }
}
