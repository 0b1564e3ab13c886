package io.legame.segments;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where passages are sent to.
 *
 * @param segment whose passages; null for those of all segments
 * @param position the last passage that was received
 * @param failures attempts in a row that failed
 * @param answeredAt when the last attempt ended; null before the first
 * @param problem why it failed; null when it did not
 */
public record Webhook(
        long id,
        @Nullable SegmentId segment,
        URI url,
        String secret,
        long position,
        int failures,
        Instant nextAt,
        @Nullable Instant answeredAt,
        @Nullable String problem) {
    /** Not the secret. */
    @Override
    public String toString() {
        return "Webhook " + id + " to " + url;
    }
}
