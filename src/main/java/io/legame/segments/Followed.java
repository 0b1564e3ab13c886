package io.legame.segments;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A segment whose members are kept up to date.
 *
 * @param definition what it asks for now
 * @param count how far its members are known; null before they were told for the first time
 */
record Followed(
        Segment segment, String definition, @Nullable MemberCount count) {
    SegmentId id() {
        return segment.id();
    }

    Instant countedAt() {
        return count == null ? Instant.EPOCH : count.countedAt();
    }

    boolean comparesCustomers() {
        return Filters.comparesCustomers(segment.filter());
    }

    /** Whether nothing is another than before but facts, in the warehouse's file of that name. */
    boolean isKnown(LocalDate day, String file) {
        return count != null
                && count.asOf().equals(day)
                && count.definition().equals(definition)
                && count.mark().file().equals(file);
    }

    /** Why its members are others now, if they are; null when these are its first. */
    @Nullable
    Cause cause(LocalDate day) {
        if (count == null) {
            return null;
        }
        if (!count.definition().equals(definition)) {
            return Cause.DEFINITION;
        }
        return count.asOf().equals(day) ? Cause.FACT : Cause.DAY;
    }
}
