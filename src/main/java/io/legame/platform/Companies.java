package io.legame.platform;

import static io.legame.platform.db.Tables.COMPANY;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The one company of an installation. Nobody has described it until the first administrator was created. */
@Component
public class Companies {
    /** Another node may describe it too. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final DSLContext database;
    private final InstantSource clock;
    private volatile @Nullable Known known;

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
        Company company;
        try {
            company = read();
        } catch (DataAccessException e) {
            if (DatabaseTrouble.of(e) != DatabaseTrouble.AWAY) {
                throw e;
            }
            company = before == null ? null : before.company;
        }
        known = new Known(company, now);
        return Optional.ofNullable(company);
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
        known = null;
    }
}
