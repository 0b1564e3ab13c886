package io.legame.intake;

import static io.legame.intake.db.Tables.SETTINGS;

import io.legame.access.AuditTrail;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the company decided about its inbox. */
@Component
public class InboxSettings {
    private final DSLContext database;
    private final AuditTrail audit;

    InboxSettings(DSLContext database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Whether files that are recognised begin by themselves; else every file waits for a person. */
    public boolean startsRecognised() {
        return database.select(SETTINGS.STARTS_RECOGNISED)
                .from(SETTINGS)
                .fetchOptional(SETTINGS.STARTS_RECOGNISED)
                .orElse(true);
    }

    public void setStartsRecognised(boolean on) {
        database.insertInto(SETTINGS)
                .set(SETTINGS.STARTS_RECOGNISED, on)
                .onConflict(SETTINGS.ONLY_ROW)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record(on ? "intake.inboxSwitchedOn" : "intake.inboxSwitchedOff", "inbox", null, Map.of());
    }
}
