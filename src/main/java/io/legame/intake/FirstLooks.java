package io.legame.intake;

import io.legame.intake.InboxEntry.Why;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How files looked when they were first seen: one that looks the same some seconds later is not being written any more.
 * Kept in memory, since a node that starts may well look twice.
 */
final class FirstLooks {
    private static final Duration SETTLED = Duration.ofSeconds(10);

    /** How long after a failure a file is tried again. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Map<Path, Look> looks = new ConcurrentHashMap<>();

    /** @param problem what came of trying to take it, and when */
    private record Look(
            long bytes,
            Instant modified,
            Instant since,
            @Nullable Problem problem) {
        boolean isOf(Arrival arrival) {
            return bytes == arrival.bytes() && modified.equals(arrival.modified());
        }

        boolean settled(Instant now) {
            return !now.isBefore(since.plus(SETTLED));
        }
    }

    private record Problem(Why why, Instant at) {}

    /** Those that may be taken, in the order in which they were written. */
    List<Arrival> settled(Collection<Arrival> found, Instant now) {
        looks.keySet().retainAll(found.stream().map(Arrival::path).collect(Collectors.toSet()));
        return found.stream()
                .filter(arrival -> arrival.stays() == null && mayBeTaken(look(arrival, now), now))
                .sorted(Comparator.comparing(Arrival::modified)
                        .thenComparing(Arrival::source)
                        .thenComparing(Arrival::name))
                .toList();
    }

    private Look look(Arrival arrival, Instant now) {
        return looks.compute(
                arrival.path(),
                (path, before) -> before != null && before.isOf(arrival) && !now.isBefore(before.since())
                        ? before
                        : new Look(arrival.bytes(), arrival.modified(), now, null));
    }

    private static boolean mayBeTaken(Look look, Instant now) {
        return look.settled(now)
                && (look.problem() == null || !now.isBefore(look.problem().at().plus(AGAIN)));
    }

    Instant firstSeen(Arrival arrival, Instant now) {
        return look(arrival, now).since();
    }

    /** Begins anew with a file that changed while it was read. */
    void forget(Arrival arrival) {
        looks.remove(arrival.path());
    }

    /** Notes that the file could not be taken. Returns whether that is news. */
    boolean failed(Arrival arrival, Why why, Instant now) {
        Look before = look(arrival, now);
        looks.put(arrival.path(), new Look(before.bytes(), before.modified(), before.since(), new Problem(why, now)));
        return before.problem() == null || before.problem().why() != why;
    }

    /** Why it is still there. */
    Why why(Arrival arrival, Instant now) {
        if (arrival.stays() != null) {
            return arrival.stays();
        }
        Look look = looks.get(arrival.path());
        if (look == null || !look.isOf(arrival) || !look.settled(now)) {
            return Why.WRITING;
        }
        return look.problem() == null ? Why.NEXT : look.problem().why();
    }
}
