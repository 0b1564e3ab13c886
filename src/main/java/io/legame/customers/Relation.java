package io.legame.customers;

import io.legame.access.ChangeSet;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What two customers are to each other, seen from one of them.
 *
 * @param side from which it is seen
 * @param other the one that it leads to, as it is called now
 * @param until when it ended; null while it lasts
 * @param by who wrote it down; null when that is not known any more
 */
public record Relation(
        RelationId id,
        RelationKind kind,
        RelationKind.Side side,
        CustomerId customer,
        CustomerId other,
        String otherName,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String note,
        @Nullable ChangeSet by,
        Instant addedAt) {}
