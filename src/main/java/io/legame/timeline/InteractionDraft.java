package io.legame.timeline;

import io.legame.customers.CustomerId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened between a customer and the company, other than a purchase.
 *
 * @param key what the source calls it: recorded once by kind and key, however often it is sent
 * @param kind such as {@code visit}, {@code call}, {@code message}, {@code request}, {@code assistance}, {@code note}
 * @param summary one line for the timeline
 * @param detail whatever else the source knows
 */
public record InteractionDraft(
        String key,
        CustomerId customer,
        Instant occurredAt,
        String kind,
        Touchpoint touchpoint,
        @Nullable String summary,
        Map<String, String> detail) {
    public InteractionDraft {
        // as exactly as PostgreSQL keeps it
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
}
