package io.legame.segments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filter with a name.
 *
 * @param owner who made it
 * @param version grows with each change
 */
public record Segment(
        SegmentId id,
        String name,
        @Nullable String description,
        Filter filter,
        String owner,
        Instant createdAt,
        String updatedBy,
        Instant updatedAt,
        int version) {}
