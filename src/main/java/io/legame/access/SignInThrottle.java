package io.legame.access;

import static io.legame.access.db.Tables.SIGN_IN_FAILURE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing, on all nodes together: so many failures in a quarter of an hour, and one waits until the oldest
 * of them is forgotten. One address alone cannot lock somebody out everywhere: it reaches its own limit first.
 */
@Component
class SignInThrottle {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_ACCOUNT_AND_ADDRESS = 5;
    static final int PER_ACCOUNT = 20;
    /** Higher, because a whole office may share an address. */
    static final int PER_ADDRESS = 50;

    private final DSLContext database;
    private final InstantSource clock;

    SignInThrottle(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts the attempt as failed until {@link #forget}, or says how long to wait. */
    @Transactional
    Optional<Duration> attempt(String email, String address) {
        // attempts on one account, or from one address, are counted one after the other
        Stream.of("account " + email, "address " + address)
                .sorted()
                .forEach(key -> database.execute("select pg_advisory_xact_lock(hashtextextended(?, 8))", key));
        database.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.AT.le(windowStart()))
                .execute();
        Condition ofAccount = SIGN_IN_FAILURE.EMAIL.eq(email);
        Condition ofAddress = SIGN_IN_FAILURE.ADDRESS.eq(address);
        Optional<Instant> free = Stream.of(
                        over(ofAccount.and(ofAddress), PER_ACCOUNT_AND_ADDRESS),
                        over(ofAccount, PER_ACCOUNT),
                        over(ofAddress, PER_ADDRESS))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
        if (free.isEmpty()) {
            database.insertInto(SIGN_IN_FAILURE)
                    .set(SIGN_IN_FAILURE.EMAIL, email)
                    .set(SIGN_IN_FAILURE.ADDRESS, address)
                    .set(SIGN_IN_FAILURE.AT, clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
        }
        return free.map(instant -> Duration.between(clock.instant(), instant));
    }

    /** When the limit is reached: the instant from which one more may be tried. */
    private Optional<Instant> over(Condition which, int limit) {
        return database.select(SIGN_IN_FAILURE.AT)
                .from(SIGN_IN_FAILURE)
                .where(which)
                .orderBy(SIGN_IN_FAILURE.AT.desc())
                .offset(limit - 1)
                .limit(1)
                .fetchOptional(SIGN_IN_FAILURE.AT)
                .map(at -> at.toInstant().plus(WINDOW));
    }

    /** The attempt succeeded. */
    void forget(String email, String address) {
        database.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.EMAIL.eq(email), SIGN_IN_FAILURE.ADDRESS.eq(address))
                .execute();
    }

    private OffsetDateTime windowStart() {
        return clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC);
    }
}
