package io.legame.platform;

import static io.legame.platform.db.Tables.COMPANY;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one company of an installation. Nobody has described it until the first administrator was created. */
@Component
public class Companies {
    private static final Company NEUTRAL =
            new Company("Legame", Currency.getInstance("EUR"), ZoneId.of("Europe/Rome"), "IT");

    private final DSLContext database;
    private final ObjectProvider<CompanyGuard> guards;
    private final Remembered<Optional<Company>> remembered;

    Companies(DSLContext database, ObjectProvider<CompanyGuard> guards, InstantSource clock) {
        this.database = database;
        this.guards = guards;
        this.remembered = new Remembered<>(clock, Optional.empty());
    }

    /** As it was a moment ago; while the database does not answer, as it was last known. */
    public Optional<Company> find() {
        return remembered.get(this::read);
    }

    private Optional<Company> read() {
        return database.selectFrom(COMPANY)
                .fetchOptional(row -> new Company(
                        row.getName(),
                        Currency.getInstance(row.getCurrency()),
                        ZoneId.of(row.getTimeZone()),
                        row.getCountry()));
    }

    /** The company, or a neutral one (euro, Rome, Italy) until it is described. */
    public Company get() {
        return find().orElse(NEUTRAL);
    }

    /** Refused when what is recorded would say something else. */
    @Transactional
    public void describe(Company company) {
        Company before = read().orElse(NEUTRAL);
        guards.forEach(guard -> guard.check(before, company));
        database.insertInto(COMPANY)
                .set(COMPANY.NAME, company.name())
                .set(COMPANY.CURRENCY, company.currency().getCurrencyCode())
                .set(COMPANY.TIME_ZONE, company.timeZone().getId())
                .set(COMPANY.COUNTRY, company.country())
                .onConflict(COMPANY.ONLY_ROW)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        remembered.changed();
    }
}
