package io.legame.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is asked for all the time and rarely changes, as it was a moment ago: read again every ten seconds, since another
 * node may change it too, and never remembered as it was before a change of this node was committed.
 */
public final class Remembered<T> {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final T unknown;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Known<T> known;

    private record Known<T>(T value, Instant at) {}

    /** @param unknown what it is while the database has never answered */
    public Remembered(InstantSource clock, T unknown) {
        this.clock = clock;
        this.unknown = unknown;
    }

    /** While the database does not answer, as it was last known. */
    public T get(Supplier<T> read) {
        Instant now = clock.instant();
        Known<T> before = known;
        if (before != null && now.isBefore(before.at.plus(FRESH))) {
            return before.value;
        }
        // who reads before a change must not remember after it what it read
        long changed = changes.get();
        T value;
        try {
            value = read.get();
        } catch (DataAccessException e) {
            if (DatabaseTrouble.of(e) != DatabaseTrouble.AWAY) {
                throw e;
            }
            value = before == null ? unknown : before.value;
        }
        remember(new Known<>(value, now), changed);
        return value;
    }

    private synchronized void remember(Known<T> read, long changed) {
        if (changes.get() == changed) {
            known = read;
        }
    }

    private synchronized void forget() {
        changes.incrementAndGet();
        known = null;
    }

    /** To be said after each change, inside of its transaction or outside. */
    public void changed() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // others have gone on reading the old one until now
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    forget();
                }
            });
        }
    }
}
