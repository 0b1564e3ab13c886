package io.legame.customers;

import io.legame.access.ChangeSetId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The same done to many customers at once.
 *
 * @param change null while nobody said what
 * @param total how many were picked
 * @param mine whether whoever asks picked them
 * @param begunAt null while nobody said what
 * @param position the last customer looked at
 * @param failure the reference of the error that ended it
 */
public record BulkAction(
        BulkActionId id,
        State state,
        @Nullable BulkChange change,
        long total,
        String createdBy,
        boolean mine,
        Instant createdAt,
        @Nullable Instant begunAt,
        @Nullable Instant finishedAt,
        @Nullable ChangeSetId changes,
        long position,
        Outcome outcome,
        @Nullable Undo undo,
        @Nullable String failure) {
    /** In the database in small letters. A text for each is {@code customers.correction.state.<code>}. */
    public enum State {
        /** Nobody said yet what is to be done. */
        PICKED,
        RUNNING,
        DONE,
        STOPPED,
        FAILED,
        UNDOING,
        UNDONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public boolean running() {
            return this == RUNNING || this == UNDOING;
        }
    }

    /**
     * What became of the customers.
     *
     * @param same nothing was to be changed of them
     * @param refused the change is not possible for them, or they are no longer there
     */
    public record Outcome(long changed, long same, long refused) {
        static final Outcome NOTHING = new Outcome(0, 0, 0);

        public long looked() {
            return changed + same + refused;
        }
    }

    /**
     * How far its taking back is.
     *
     * @param kept customers that somebody changed since, wholly or in part
     */
    public record Undo(ChangeSetId changes, long position, long undone, long kept) {}

    /** Between 0 and 1. */
    public double progress() {
        Undo back = undo;
        double done = back == null ? outcome.looked() : back.undone() + back.kept();
        return Math.clamp(done / Math.max(1, back == null ? total : outcome.changed()), 0, 1);
    }

    public boolean canBeUndone() {
        return !state.running() && state != State.PICKED && state != State.UNDONE && outcome.changed > 0;
    }

    public boolean canGoOn() {
        return state == State.STOPPED || (state == State.FAILED && undo == null);
    }
}
