package io.legame.customers;

import io.legame.access.ChangeSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers that became one.
 *
 * @param survivor the one that they became
 * @param others those that became part of it, by their numbers, which find the survivor now
 * @param by who or what did it; null when that is not known any more
 * @param undoneAt null while they are one
 */
public record Merge(
        MergeId id,
        Merged survivor,
        List<Merged> others,
        Instant at,
        @Nullable ChangeSet by,
        @Nullable Instant undoneAt) {
    /** A customer as it is called, also when it is part of another one now. */
    public record Merged(CustomerId id, String name) {}
}
