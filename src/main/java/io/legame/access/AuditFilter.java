package io.legame.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit trail; null does not restrict.
 *
 * @param actorId with {@code actorKind}: one account or token
 * @param until exclusive
 */
public record AuditFilter(
        Actor.@Nullable Kind actorKind,
        @Nullable Long actorId,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant until) {}
