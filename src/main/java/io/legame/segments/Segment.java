package io.legame.segments;

import io.legame.access.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filter with a name.
 *
 * @param list the list of customers that it is; null for a segment whose members follow the facts
 * @param owner the name of who made it, or took it over
 * @param place where it is kept, and for whom
 * @param version grows with each change
 */
public record Segment(
        SegmentId id,
        String name,
        @Nullable String description,
        Filter filter,
        @Nullable Long list,
        String owner,
        Place place,
        Instant createdAt,
        String updatedBy,
        Instant updatedAt,
        int version) {
    /**
     * @param owner the account; null for a program's, which is everybody's
     * @param folder null for none
     */
    public record Place(
            @Nullable AccountId owner,
            Sharing sharing,
            @Nullable String folder) {}

    /** Whether its members are those whom somebody chose, whatever becomes of them. */
    public boolean isList() {
        return list != null;
    }
}
