package io.legame.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class TestClock implements InstantSource {
    private static final Instant BEGINNING = Instant.parse("2026-03-10T09:00:00Z");

    private volatile Instant now = BEGINNING;

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    /** Somebody looked at the past: it is over. */
    void goOn() {
        if (now.isBefore(BEGINNING)) {
            now = BEGINNING;
        }
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }
}
