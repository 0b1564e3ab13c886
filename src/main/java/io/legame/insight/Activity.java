package io.legame.insight;

import io.legame.platform.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What this node's warehouse did since the start: for the operations page and for the metrics. */
final class Activity {
    private static final int FAILURES_KEPT = 5;

    /** How a question ended. */
    enum Outcome {
        ANSWERED,
        /** By a later question of the same screen. */
        CANCELLED,
        /** Too many waited, or the answer needs more memory than there may be. */
        REFUSED,
        TIMED_OUT,
        FAILED;

        static Outcome of(RuntimeException end) {
            if (!(end instanceof Refusal refusal)) {
                return FAILED;
            }
            return switch (refusal.key()) {
                case "insight.error.superseded" -> CANCELLED;
                case "insight.error.timeout" -> TIMED_OUT;
                case "insight.error.busy", "insight.error.tooLarge", "insight.error.building" -> REFUSED;
                // the question itself was answered: with a no
                default -> ANSWERED;
            };
        }
    }

    /** How often something was done, and how long that took in all. */
    static final class Tally {
        private final LongAdder count = new LongAdder();
        private final LongAdder nanoseconds = new LongAdder();

        void add(long took) {
            count.increment();
            nanoseconds.add(took);
        }

        long count() {
            return count.sum();
        }

        long nanoseconds() {
            return nanoseconds.sum();
        }
    }

    private record Failed(long at, String what) {}

    /**
     * @param ago how long ago
     * @param what the key of a text, or what DuckDB or PostgreSQL said
     */
    record Failure(Duration ago, String what) {}

    private final Map<Outcome, Tally> questions = new EnumMap<>(Outcome.class);
    private final Tally steps = new Tally();
    private final LongAdder rows = new LongAdder();
    private final LongAdder gaveWay = new LongAdder();
    private final ArrayDeque<Failed> failures = new ArrayDeque<>();

    Activity() {
        for (Outcome outcome : Outcome.values()) {
            questions.put(outcome, new Tally());
        }
    }

    Tally questions(Outcome outcome) {
        return java.util.Objects.requireNonNull(questions.get(outcome));
    }

    /** Steps of the projection from one moment to a later one. */
    Tally steps() {
        return steps;
    }

    void stepped(long copied, long took) {
        steps.add(took);
        rows.add(copied);
    }

    void built(long copied) {
        rows.add(copied);
    }

    /** Rows that came from PostgreSQL in steps and when the file was written anew. */
    long rows() {
        return rows.sum();
    }

    void gaveWay() {
        gaveWay.increment();
    }

    /** Questions that were known as long ones only after they had begun. */
    long waysGiven() {
        return gaveWay.sum();
    }

    void failed(RuntimeException reason) {
        String what = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
        synchronized (failures) {
            // the same again is no news
            failures.removeIf(each -> each.what().equals(what));
            failures.addFirst(new Failed(System.nanoTime(), what));
            if (failures.size() > FAILURES_KEPT) {
                failures.removeLast();
            }
        }
    }

    /** The last ones, the newest first. */
    List<Failure> failures() {
        synchronized (failures) {
            return failures.stream()
                    .map(each -> new Failure(Duration.ofNanos(System.nanoTime() - each.at()), each.what()))
                    .toList();
        }
    }
}
