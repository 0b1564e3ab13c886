package io.legame.insight;

import io.legame.platform.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.HttpStatus;

/**
 * Where questions are answered: so many places for quick ones, and others for those known to take long. Nobody has more
 * than half of either, so whoever asks a lot waits for himself. Who waits is served in the order of arrival.
 */
final class Places {
    enum Lane {
        QUICK,
        LONG
    }

    /** What a question does that takes longer than the quick ones. */
    enum Way {
        /** It goes on among the long ones. */
        MOVED,
        /** It begins again among the long ones, when its turn comes. */
        LEAVE,
        /** Nobody needs its place. */
        STAY
    }

    private final Map<Lane, Row> rows = new EnumMap<>(Lane.class);
    private final int mostWaiting;
    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** @param properties how many places there are, how many may wait for one, and for how long */
    Places(WarehouseProperties properties) {
        rows.put(Lane.QUICK, new Row(properties.warehouseQuestions()));
        rows.put(Lane.LONG, new Row(properties.warehouseLongQuestions()));
        mostWaiting = properties.warehouseWaiting();
        patience = properties.warehouseTimeout().toNanos();
    }

    private static final class Row {
        final int places;
        final int placesOfOne;
        final Map<String, Integer> taken = new HashMap<>();
        final List<Questions.Asked> waiting = new ArrayList<>();
        /** How many of those running were told to. */
        int leaving;

        Row(int places) {
            this.places = places;
            this.placesOfOne = Math.max(1, places / 2);
        }

        boolean isFree(Questions.Asked asked) {
            return running() < places && taken.getOrDefault(asked.asker(), 0) < placesOfOne;
        }

        /** How many wait who could begin if this one left. */
        long wanting(Questions.Asked running) {
            return waiting.stream()
                    .filter(each ->
                            taken.getOrDefault(each.asker(), 0) - (each.asker().equals(running.asker()) ? 1 : 0)
                                    < placesOfOne)
                    .count();
        }

        int running() {
            return taken.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Those before it who wait for themselves hold up nobody else. */
        boolean isNext(Questions.Asked asked) {
            return waiting.stream().filter(this::isFree).findFirst().orElse(null) == asked;
        }

        void take(Questions.Asked asked) {
            taken.merge(asked.asker(), 1, Integer::sum);
        }

        void leave(Questions.Asked asked) {
            taken.computeIfPresent(asked.asker(), (asker, places) -> places == 1 ? null : places - 1);
        }
    }

    /** A question's place until it is closed. */
    final class Place implements AutoCloseable {
        private final Questions.Asked asked;
        private Lane lane;
        private boolean leaves;

        private Place(Questions.Asked asked, Lane lane) {
            this.asked = asked;
            this.lane = lane;
        }

        /** For a question that takes long: goes over to the long ones if there is room, and leaves if somebody waits. */
        Way giveWay() {
            lock.lock();
            try {
                Row slow = row(Lane.LONG);
                Row quick = row(Lane.QUICK);
                if (slow.isFree(asked) && slow.waiting.stream().noneMatch(slow::isFree)) {
                    quick.leave(asked);
                    slow.take(asked);
                    lane = Lane.LONG;
                    changed.signalAll();
                    return Way.MOVED;
                }
                if (quick.wanting(asked) > quick.leaving) {
                    quick.leaving++;
                    leaves = true;
                    return Way.LEAVE;
                }
                return Way.STAY;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                Row row = row(lane);
                row.leave(asked);
                row.leaving -= leaves ? 1 : 0;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** @throws Refusal when too many wait, when it waited too long, and when a later question took its place */
    Place take(Lane lane, Questions.Asked asked) {
        lock.lock();
        try {
            Row row = row(lane);
            if (row.waiting.size() >= mostWaiting) {
                throw busy();
            }
            row.waiting.add(asked);
            try {
                await(row, asked);
                row.take(asked);
            } finally {
                row.waiting.remove(asked);
                changed.signalAll();
            }
            return new Place(asked, lane);
        } finally {
            lock.unlock();
        }
    }

    private void await(Row row, Questions.Asked asked) {
        long left = patience;
        try {
            asked.goOn();
            while (!row.isNext(asked)) {
                if (left <= 0) {
                    throw busy();
                }
                left = changed.awaitNanos(left);
                asked.goOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    /** Lets those who wait look whether they still have to. */
    void lookAgain() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int running(Lane lane) {
        lock.lock();
        try {
            return row(lane).running();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return rows.values().stream().mapToInt(row -> row.waiting.size()).sum();
        } finally {
            lock.unlock();
        }
    }

    private Row row(Lane lane) {
        return java.util.Objects.requireNonNull(rows.get(lane));
    }

    private static Refusal busy() {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.busy");
    }
}
