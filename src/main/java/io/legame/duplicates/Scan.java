package io.legame.duplicates;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A search for duplicates in the whole customer base.
 *
 * @param expected the customers there were when it began
 * @param customers those that it read
 * @param compared pairs of customers that have something in common
 * @param pairs those among the proposed
 * @param failure the reference of the error that ended it
 */
public record Scan(
        ScanId id,
        State state,
        Phase phase,
        String begunBy,
        Instant beganAt,
        @Nullable Instant endedAt,
        long expected,
        long customers,
        long compared,
        long pairs,
        long proposals,
        @Nullable String failure) {

    /** A text for each is {@code duplicates.scan.state.<code>}. */
    public enum State {
        RUNNING,
        DONE,
        /** Somebody asked it to stop: what the one before found stays. */
        STOPPED,
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A text for each is {@code duplicates.scan.phase.<code>}. */
    public enum Phase {
        READING(0),
        LEARNING(0.35),
        COMPARING(0.6),
        WRITING(0.85);

        /** The share of the whole work that is done before it, as measured with a million customers. */
        private final double from;

        Phase(double from) {
            this.from = from;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Between 0 and 1. */
    public double progress() {
        double read = phase == Phase.READING && expected > 0
                ? Phase.LEARNING.from * Math.min(1, (double) customers / expected)
                : 0;
        return phase.from + read;
    }
}
