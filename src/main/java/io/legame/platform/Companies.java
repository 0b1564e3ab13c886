package io.legame.platform;

import static io.legame.platform.db.Tables.COMPANY;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one company of an installation. Nobody has described it until the first administrator was created. */
@Component
public class Companies {
    private final DSLContext database;
    private volatile @Nullable Company known;

    Companies(DSLContext database) {
        this.database = database;
    }

    public Optional<Company> find() {
        if (known == null) {
            known = database.selectFrom(COMPANY)
                    .fetchOptional(row -> new Company(
                            row.getName(),
                            Currency.getInstance(row.getCurrency()),
                            ZoneId.of(row.getTimeZone()),
                            row.getCountry()))
                    .orElse(null);
        }
        return Optional.ofNullable(known);
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
