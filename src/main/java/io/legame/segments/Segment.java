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
    private static final int LONGEST_BEGINNING = 80;

    /**
     * @param owner the account; null for a program's, which is everybody's
     * @param folder null for none
     */
    public record Place(
            @Nullable AccountId owner,
            Sharing sharing,
            @Nullable String folder) {}

    /** Of its name as much as leaves room for more. */
    public String beginning() {
        return name.length() > LONGEST_BEGINNING ? name.substring(0, LONGEST_BEGINNING) : name;
    }

    /** Whether its members are those whom somebody chose, whatever becomes of them. */
    public boolean isList() {
        return list != null;
    }
}
