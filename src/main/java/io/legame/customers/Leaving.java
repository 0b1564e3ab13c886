package io.legame.customers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a customer is out of the way.
 *
 * @param by who let them go, as they were called then
 */
public record Leaving(As as, Instant at, String by) {
    /** How many days somebody who was deleted can be brought back. */
    public static final int WAITING_DAYS = 30;

    public enum As {
        /** Kept, and found when looked for; not in lists, segments and figures of customers. */
        ARCHIVED,
        /** Seen nowhere but where it can be restored, and gone for good after {@link Leaving#WAITING_DAYS}. */
        DELETED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static As of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    static @Nullable Leaving of(@Nullable String as, @Nullable Instant at, @Nullable String by) {
        return as == null || at == null ? null : new Leaving(As.of(as), at, by == null ? "" : by);
    }

    /** When the customer is gone for good; not for who is archived. */
    public @Nullable Instant goneAt() {
        return as == As.DELETED ? at.plus(WAITING_DAYS, ChronoUnit.DAYS) : null;
    }
}
