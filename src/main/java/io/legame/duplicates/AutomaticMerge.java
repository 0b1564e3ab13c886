package io.legame.duplicates;

import io.legame.customers.CustomerId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All open proposals made one whose every pair is at least as probable as a threshold.
 *
 * @param threshold 0 to 1
 * @param expected the proposals that it was asked for
 * @param position the last proposal looked at
 * @param failure the reference of the error that ended it
 */
public record AutomaticMerge(
        AutomaticMergeId id,
        State state,
        double threshold,
        long expected,
        String begunBy,
        Instant beganAt,
        @Nullable Instant endedAt,
        long position,
        Outcome outcome,
        Undo undo,
        @Nullable String failure) {

    /** A text for each is {@code duplicates.automatic.state.<code>}. */
    public enum State {
        RUNNING,
        DONE,
        /** Somebody asked it to stop half-way. */
        STOPPED,
        FAILED,
        UNDOING,
        UNDONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean running() {
            return this == RUNNING || this == UNDOING;
        }
    }

    /**
     * What became of the proposals.
     *
     * @param customers who became part of others
     * @param changed left to people: somebody changed the customers since they were compared
     */
    public record Outcome(long merged, long customers, long changed) {}

    /**
     * What became of taking the merges back.
     *
     * @param partly those of them that came back but for what somebody changed since
     * @param stays merges that could not be taken back, as the customers were merged on
     */
    public record Undo(long undone, long partly, long stays) {}

    /**
     * A merge that was not taken back wholly.
     *
     * @param stays whether it is still a merge; else only what somebody changed since stayed
     */
    public record Kept(CustomerId survivor, boolean stays) {}

    /** Between 0 and 1. */
    public double progress() {
        double share = state == State.UNDOING
                ? (double) (undo.undone + undo.stays) / Math.max(1, outcome.merged)
                : (double) (outcome.merged + outcome.changed) / Math.max(1, expected);
        return Math.clamp(share, 0, 1);
    }

    public boolean canBeUndone() {
        return !state.running() && state != State.UNDONE && outcome.merged > 0;
    }
}
