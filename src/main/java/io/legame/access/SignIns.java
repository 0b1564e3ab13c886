package io.legame.access;

import static io.legame.access.db.Tables.ACCOUNT;

import io.legame.platform.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Proves that somebody is who they say. A wrong guess looks and lasts the same whether the account exists or not. */
@Component
public class SignIns {
    private final DSLContext database;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final AuditTrail audit;
    private final InstantSource clock;

    SignIns(DSLContext database, Passwords passwords, SignInThrottle throttle, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The account of that e-mail and password. Refused with 401 when they do not fit, and with 429 after too many
     * attempts, right or wrong.
     */
    public Account signIn(String email, Password password, String address) {
        String typed = email.strip().toLowerCase(Locale.ROOT);
        // counted before the password is looked at, so that a hundred guesses at once are a hundred
        Optional<Duration> wait = throttle.attempt(typed, address);
        if (wait.isPresent()) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "access.error.throttled",
                    wait.get().plusSeconds(59).toMinutes());
        }
        var row = database.fetchOptional(ACCOUNT, ACCOUNT.EMAIL.eq(typed));
        String hash = row.map(it -> it.getPasswordHash()).orElse(null);
        boolean fits = passwords.matches(password, hash);
        Account account =
                row.map(Accounts::account).filter(it -> fits && it.enabled()).orElse(null);
        if (account == null) {
            audit.record(Actor.nobody(typed), "access.sign-in-failed", "account", null, Map.of());
            throw new Refusal(HttpStatus.UNAUTHORIZED, "access.error.signIn");
        }
        throttle.forget(typed, address);
        database.update(ACCOUNT)
                .set(ACCOUNT.SIGNED_IN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(ACCOUNT.ID.eq(account.id().value()))
                .execute();
        audit.record(
                account.actor(),
                "access.signed-in",
                "account",
                Long.toString(account.id().value()),
                Map.of());
        return account;
    }
}
