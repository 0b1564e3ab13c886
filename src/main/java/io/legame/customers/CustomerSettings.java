package io.legame.customers;

import static io.legame.customers.db.Tables.SETTINGS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps how this company wants its customers. */
@Component
class CustomerSettings {
    /** Another node may change them too. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Settings DEFAULT = new Settings(Identity.Kind.EMAIL, Set.of());

    private final DSLContext database;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    private record Known(Settings settings, Instant at) {}

    CustomerSettings(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** As they were a moment ago: good enough to show what would be. */
    Settings recent() {
        Known before = known;
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.at.plus(FRESH))) {
            return before.settings;
        }
        return read();
    }

    /** As they are, for what is written by them. */
    Settings read() {
        Settings settings = database.selectFrom(SETTINGS)
                .fetchOptional(row -> {
                    var off = EnumSet.noneOf(UniformityRule.class);
                    for (String code : row.getRulesOff()) {
                        UniformityRule.of(code).ifPresent(off::add);
                    }
                    return new Settings(Identity.Kind.valueOf(row.getUniqueKey().toUpperCase(Locale.ROOT)), off);
                })
                .orElse(DEFAULT);
        known = new Known(settings, clock.instant());
        return settings;
    }

    void write(Settings settings) {
        database.insertInto(SETTINGS)
                .set(SETTINGS.UNIQUE_KEY, settings.key().code())
                .set(
                        SETTINGS.RULES_OFF,
                        settings.off().stream().map(UniformityRule::code).toArray(String[]::new))
                .onConflict(SETTINGS.ONLY_ROW)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        known = null;
    }
}
