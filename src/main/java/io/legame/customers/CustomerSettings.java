package io.legame.customers;

import static io.legame.customers.db.Tables.SETTINGS;

import io.legame.customers.db.tables.records.SettingsRecord;
import io.legame.platform.Remembered;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/** Keeps how this company wants its customers. */
@Component
class CustomerSettings {
    private static final Settings DEFAULT = new Settings(Identity.Kind.EMAIL, Set.of(), CustomFieldList.NONE);

    private final DSLContext database;
    private final Remembered<Settings> remembered;

    CustomerSettings(DSLContext database, InstantSource clock) {
        this.database = database;
        this.remembered = new Remembered<>(clock, DEFAULT);
    }

    /** As they were a moment ago: good enough to show what would be. */
    Settings recent() {
        return remembered.get(this::read);
    }

    /** As they are, for what is written by them. */
    Settings read() {
        CustomFieldList fields = new CustomFieldTable(database).read();
        return database.selectFrom(SETTINGS)
                .fetchOptional(row -> {
                    var off = EnumSet.noneOf(UniformityRule.class);
                    for (String code : row.getRulesOff()) {
                        UniformityRule.of(code).ifPresent(off::add);
                    }
                    return new Settings(
                            Identity.Kind.valueOf(row.getUniqueKey().toUpperCase(Locale.ROOT)), off, fields);
                })
                .orElseGet(() -> new Settings(DEFAULT.key(), DEFAULT.off(), fields));
    }

    /** To be called when fields or choices are others. */
    void changed() {
        remembered.changed();
    }

    void write(Identity.Kind key) {
        write(SETTINGS.UNIQUE_KEY, key.code());
    }

    /** @param off the rules that are switched off, all others being on */
    void write(Set<UniformityRule> off) {
        write(SETTINGS.RULES_OFF, off.stream().map(UniformityRule::code).toArray(String[]::new));
    }

    private <T> void write(TableField<SettingsRecord, T> column, T value) {
        database.insertInto(SETTINGS)
                .set(column, value)
                .onConflict(SETTINGS.ONLY_ROW)
                .doUpdate()
                .set(column, value)
                .execute();
        remembered.changed();
    }
}
