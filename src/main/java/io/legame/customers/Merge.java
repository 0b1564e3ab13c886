package io.legame.customers;

import io.legame.access.ChangeSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers that became one.
 *
 * @param survivor the one that they are now
 * @param others those that became part of it, by their numbers, which find the survivor now
 * @param by who or what did it; null when that is not known any more
 * @param undoneAt null while they are one
 */
public record Merge(
        MergeId id,
        CustomerId survivor,
        List<Merged> others,
        Instant at,
        @Nullable ChangeSet by,
        @Nullable Instant undoneAt) {
    /** A customer that is part of another one. */
    public record Merged(CustomerId id, String name) {}
}
