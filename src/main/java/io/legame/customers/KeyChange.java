package io.legame.customers;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One time that the company chose another unique key.
 *
 * @param finishedAt null while it runs
 * @param gained customers that became complete by it; null until it is done
 * @param lost customers that became incomplete by it; null until it is done
 * @param failure the reference of the error that ended it; null when none did
 */
public record KeyChange(
        long id,
        Identity.Kind from,
        Identity.Kind to,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Long gained,
        @Nullable Long lost,
        @Nullable String failure) {
    /** A text for each is {@code customers.key.state.<code>}. */
    public enum State {
        RUNNING,
        DONE,
        /** Nothing was changed. */
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
