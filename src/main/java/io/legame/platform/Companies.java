package io.legame.platform;

import static io.legame.platform.db.Tables.COMPANY;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one company of an installation. Nobody has described it until the first administrator was created. */
@Component
public class Companies {
    /** Another node may describe it too. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final DSLContext database;
    private final InstantSource clock;
    private volatile @Nullable Known known;
    /** Counts the descriptions: who read before one must not remember what it read after it. */
    private final AtomicLong descriptions = new AtomicLong();

    private record Known(@Nullable Company company, Instant at) {}

    Companies(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** As it was a moment ago; while the database does not answer, as it was last known. */
    public Optional<Company> find() {
        Instant now = clock.instant();
        Known before = known;
        if (before != null && now.isBefore(before.at.plus(FRESH))) {
            return Optional.ofNullable(before.company);
        }
        long described = descriptions.get();
        Company company;
        try {
            company = read();
        } catch (DataAccessException e) {
            if (DatabaseTrouble.of(e) != DatabaseTrouble.AWAY) {
                throw e;
            }
            company = before == null ? null : before.company;
        }
        remember(new Known(company, now), described);
        return Optional.ofNullable(company);
    }

    private synchronized void remember(Known read, long described) {
        if (descriptions.get() == described) {
            known = read;
        }
    }

    private synchronized void forget() {
        descriptions.incrementAndGet();
        known = null;
    }

    private @Nullable Company read() {
        return database.selectFrom(COMPANY)
                .fetchOne(row -> new Company(
                        row.getName(),
                        Currency.getInstance(row.getCurrency()),
                        ZoneId.of(row.getTimeZone()),
                        row.getCountry()));
    }

    /** The company, or a neutral one (euro, Rome, Italy) until it is described. */
    public Company get() {
        return find().orElseGet(
                        () -> new Company("Legame", Currency.getInstance("EUR"), ZoneId.of("Europe/Rome"), "IT"));
    }

    public void describe(Company company) {
        database.insertInto(COMPANY)
                .set(COMPANY.NAME, company.name())
                .set(COMPANY.CURRENCY, company.currency().getCurrencyCode())
                .set(COMPANY.TIME_ZONE, company.timeZone().getId())
                .set(COMPANY.COUNTRY, company.country())
                .onConflict(COMPANY.ONLY_ROW)
                .doUpdate()
                .setAllToExcluded()
                .execute();
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
