package io.legame.access;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Changes that somebody made at once: where a value comes from, and what can be undone as a whole.
 *
 * @param title what it was made of: a file's name, the source a call names
 * @param reference the number of the import, or of the change set undone; null for the others
 */
public record ChangeSet(
        ChangeSetId id,
        Kind kind,
        Instant at,
        Actor actor,
        String title,
        @Nullable Long reference) {
    public enum Kind {
        /** A file brought in. */
        IMPORT,
        /** A call of the API. */
        CALL,
        /** A person's form. */
        EDIT,
        /** One rule or proposal for many values. */
        CORRECTION,
        /** Customers that became one. */
        MERGE,
        /** The same done to many customers at once. */
        BULK,
        /** The undoing of another. */
        UNDO,
        /** The sample shop. */
        SAMPLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
