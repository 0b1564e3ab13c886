package io.legame.access;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the audit trail; see {@link AuditTrail#record}. */
public record AuditEntry(
        long id,
        Instant at,
        Actor actor,
        String action,
        String subjectType,
        @Nullable String subjectId,
        Map<String, Object> detail,
        @Nullable String address) {}
