package io.legame.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that was taken out of the inbox.
 *
 * @param sha256 of its content, in hexadecimal; null for a file too large to be read
 * @param what its import, or that of the file which had brought the same content; null when there is none (any more)
 * @param recognised whether its import begins by itself
 * @param sameSince when the very same content had come before; null for new content
 * @param fault why it was refused; a text key
 * @param movedTo where it lies now, seen from the inbox; null when it is no longer there
 * @param seenAt when somebody said that what is wrong with it is known
 */
public record InboxFile(
        InboxFileId id,
        String source,
        String name,
        long bytes,
        Instant modifiedAt,
        @Nullable String sha256,
        Instant takenAt,
        @Nullable Import what,
        boolean recognised,
        @Nullable Instant sameSince,
        @Nullable String fault,
        List<String> faultArguments,
        @Nullable String movedTo,
        @Nullable Instant seenAt) {
    /** An export on a day on which nothing happened: nobody has to know. */
    static final String NO_ROWS = "intake.fault.headerOnly";

    private static final Set<Outcome> NEED_A_LOOK = Set.of(Outcome.LEFT_OUT, Outcome.FAILED, Outcome.REFUSED);

    /** What became of a file. */
    public enum Outcome {
        /** Somebody has to say what its columns mean. */
        WAITING,
        /** It begins by itself once those before it are done. */
        TURN,
        RUNNING,
        DONE,
        /** Done, but for rows that were not taken. */
        LEFT_OUT,
        FAILED,
        /** Stopped or taken back by somebody. */
        STOPPED,
        /** It can be no table. */
        REFUSED,
        /** It has columns and no rows. */
        NO_ROWS,
        /** The very same content had come before. */
        REPEATED,
        /** Somebody discarded the import before it began. */
        DISCARDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Outcome outcome() {
        if (fault != null) {
            return fault.equals(NO_ROWS) ? Outcome.NO_ROWS : Outcome.REFUSED;
        }
        if (sameSince != null) {
            return Outcome.REPEATED;
        }
        return what == null ? Outcome.DISCARDED : outcome(what);
    }

    private Outcome outcome(Import of) {
        return switch (of.state()) {
            case DRAFT -> recognised ? Outcome.TURN : Outcome.WAITING;
            case REHEARSING, QUEUED, READING, APPLYING, CANCELLING, UNDOING -> Outcome.RUNNING;
            case DONE -> of.counts().rejected() > 0 ? Outcome.LEFT_OUT : Outcome.DONE;
            case FAILED -> Outcome.FAILED;
            case CANCELLED, UNDONE -> Outcome.STOPPED;
        };
    }

    /** Whether something went wrong and nobody has said yet that it is known. */
    public boolean needsLook() {
        return seenAt == null && NEED_A_LOOK.contains(outcome());
    }
}
