package io.legame.customers;

import io.legame.access.ChangeSetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One proposal, or one rule, for all the values that it is meant for.
 *
 * @param expected the customers that it was asked for, as counted before it began
 * @param until the last customer there was then
 * @param position the last customer looked at
 * @param failure the reference of the error that ended it
 */
public record Correction(
        CorrectionId id,
        CorrectionTarget target,
        CorrectionState state,
        long expected,
        long until,
        ChangeSetId changes,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        long position,
        Outcome outcome,
        @Nullable Undo undo,
        @Nullable String failure) {

    /**
     * What became of customers.
     *
     * @param ofAnother left as they were: the corrected value belongs to another customer
     * @param needed left as they were: the value is what they are known by, and the rule would leave it out
     */
    public record Outcome(long corrected, long ofAnother, long needed) {
        static final Outcome NOTHING = new Outcome(0, 0, 0);

        public long left() {
            return ofAnother + needed;
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
        double share = switch (target) {
            case CorrectionTarget.Proposals all -> (double) (outcome.corrected + outcome.left()) / expected;
            case CorrectionTarget.Rule rule -> (double) position / until;
        };
        return Math.clamp(share, 0, 1);
    }

    public boolean canBeUndone() {
        return !state.running() && state != CorrectionState.UNDONE && outcome.corrected > 0;
    }

    public boolean canGoOn() {
        return state == CorrectionState.STOPPED || (state == CorrectionState.FAILED && undo == null);
    }
}
