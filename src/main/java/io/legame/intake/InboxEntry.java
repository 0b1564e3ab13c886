package io.legame.intake;

import java.time.Instant;
import java.util.Locale;

/**
 * What lies in the inbox, and why it is still there.
 *
 * @param bytes zero for a folder
 */
public record InboxEntry(String name, String source, long bytes, Instant modifiedAt, Why why) {
    /** Why something is still in the inbox. */
    public enum Why {
        /** It came a moment ago, or is still being written. */
        WRITING,
        /** It cannot be read as it is: perhaps its program makes a pause. Refused when that goes on. */
        UNFINISHED,
        /** It is whole, and taken with one of the next looks. */
        NEXT,
        /** Its name says that it is not finished. */
        TEMPORARY,
        /** A symbolic link: never followed. */
        LINK,
        /** Neither file nor folder. */
        SPECIAL,
        /** A folder whose name can be no source. */
        FOLDER_NAME,
        /** A folder in a folder. */
        NESTED,
        /** Reading it is not allowed, or fails. */
        UNREADABLE,
        /** An error of ours, which is in the log. */
        ERROR,
        /** It was taken, and cannot be moved away. */
        STUCK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it needs somebody. */
        public boolean bad() {
            return switch (this) {
                case WRITING, UNFINISHED, NEXT, TEMPORARY -> false;
                case LINK, SPECIAL, FOLDER_NAME, NESTED, UNREADABLE, ERROR, STUCK -> true;
            };
        }
    }
}
