package io.legame.customers;

import static io.legame.customers.db.Tables.CONTACT_PREFERENCE;

import io.legame.access.AuditTrail;
import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.customers.db.tables.records.ContactPreferenceRecord;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How customers want to be reached: by which channel, in which languages, when. */
@Component
public class ContactPreferences {
    private final DSLContext database;
    private final Customers customers;
    private final ChangeSets changeSets;
    private final AuditTrail audit;
    private final InstantSource clock;

    ContactPreferences(
            DSLContext database, Customers customers, ChangeSets changeSets, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.changeSets = changeSets;
        this.audit = audit;
        this.clock = clock;
    }

    public ContactPreference of(CustomerId customer) {
        return database.selectFrom(CONTACT_PREFERENCE)
                .where(CONTACT_PREFERENCE.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional(ContactPreferences::preference)
                .orElse(ContactPreference.NONE);
    }

    static ContactPreference preference(ContactPreferenceRecord row) {
        return new ContactPreference(
                row.getChannel(),
                List.of(row.getLanguages()),
                List.of(row.getDays()),
                row.getFromTime(),
                row.getUntilTime(),
                row.getNote());
    }

    /** @throws Refusal when something in it makes no sense, or when there is no such customer */
    @Transactional
    public void write(CustomerId customer, ContactPreference preference) {
        preference.check();
        customers.hold();
        CustomerId current = customers.current(customer);
        if (customers.summaries(List.of(current)).isEmpty()) {
            throw Refusal.notFound();
        }
        ContactPreference before = of(current);
        if (preference.equals(before)) {
            return;
        }
        ContactPreferenceRecord row = database.newRecord(CONTACT_PREFERENCE);
        row.setCustomerId(current.value());
        row.setChannel(preference.channel());
        row.setLanguages(preference.languages().stream().distinct().toArray(String[]::new));
        row.setDays(preference.days().stream().distinct().sorted().toArray(Integer[]::new));
        row.setFromTime(preference.from());
        row.setUntilTime(preference.until());
        row.setNote(preference.note());
        row.setMergeId(null);
        ChangeSetId by = changeSets.open(ChangeSet.Kind.EDIT, "contact", null);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        row.setChangeSetId(by.value());
        row.setChangedAt(now);
        database.insertInto(CONTACT_PREFERENCE)
                .set(row)
                .onConflict(CONTACT_PREFERENCE.CUSTOMER_ID)
                .doUpdate()
                .set(row)
                .execute();
        new BesideTable(database, by, now).note(current, before, preference(row));
        audit.record("customers.contact-edited", "customer", Long.toString(current.value()), Map.of());
    }
}
