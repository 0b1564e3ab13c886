package io.legame.customers;

import static io.legame.customers.db.Tables.KEY_CHANGE;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.customers.db.tables.records.KeyChangeRecord;
import io.legame.platform.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one mandatory unique key: which it is, what another would do, and choosing another. */
@Component
public class UniqueKeys {
    private static final int EXAMPLES = 10;

    private final CustomerSettings settings;
    private final Customers customers;
    private final KeyedCustomers keyed;
    private final AuditTrail audit;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final OneTimeTask<Void> job;
    /** Asked for late: the scheduler is made of the modules' jobs. */
    private final ObjectProvider<Scheduler> scheduler;

    UniqueKeys(
            CustomerSettings settings,
            Customers customers,
            AuditTrail audit,
            DSLContext database,
            TransactionTemplate transaction,
            InstantSource clock,
            OneTimeTask<Void> keyChangeJob,
            ObjectProvider<Scheduler> scheduler) {
        this.settings = settings;
        this.customers = customers;
        this.keyed = new KeyedCustomers(database);
        this.audit = audit;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.job = keyChangeJob;
        this.scheduler = scheduler;
    }

    public Identity.Kind current() {
        return settings.recent().key();
    }

    /** What each of the possible keys would do, counted now: some seconds for a million customers. */
    public KeyReport report() {
        return new KeyReport(
                settings.read().key(),
                Identity.Kind.KEYS.stream().map(keyed::report).toList());
    }

    /**
     * What choosing the key would do, with some of the customers concerned.
     *
     * @param gaining who would be complete
     * @param losing who would be incomplete
     */
    public record Preview(KeyReport.OfKind of, List<CustomerSummary> gaining, List<CustomerSummary> losing) {}

    public Preview preview(Identity.Kind key) {
        return new Preview(
                keyed.report(possible(key)),
                customers.summaries(keyed.concerned(key, true, EXAMPLES)),
                customers.summaries(keyed.concerned(key, false, EXAMPLES)));
    }

    private static Identity.Kind possible(Identity.Kind key) {
        if (!Identity.Kind.KEYS.contains(key)) {
            throw Refusal.of("customers.error.noKey");
        }
        return key;
    }

    /** Begins to make it the key, in the background; all customers change over at one moment. */
    public void choose(Identity.Kind key) {
        schedule(begin(key));
    }

    /** As far as the job's beginning. */
    long begin(Identity.Kind key) {
        possible(key);
        return Objects.requireNonNull(transaction.execute(status -> {
            Identity.Kind before = settings.read().key();
            if (key == before) {
                throw Refusal.of("customers.error.sameKey");
            }
            long change = database.insertInto(KEY_CHANGE)
                    .set(KEY_CHANGE.FROM_KEY, before.code())
                    .set(KEY_CHANGE.TO_KEY, key.code())
                    .set(KEY_CHANGE.ASKED_BY, Actor.current().name())
                    .set(KEY_CHANGE.ASKED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                    .onConflictDoNothing()
                    .returning(KEY_CHANGE.ID)
                    .fetchOptional(KEY_CHANGE.ID)
                    .orElseThrow(() -> Refusal.of("customers.error.keyChanging"));
            audit.record("customers.keyChanged", "key", key.code(), Map.of("from", before.code()));
            return change;
        }));
    }

    private void schedule(long change) {
        scheduler.getObject().scheduleIfNotExists(job.instance(Long.toString(change)), Instant.EPOCH);
    }

    /** A node may have been killed between the change and its job. */
    @EventListener(ApplicationReadyEvent.class)
    void scheduleUnfinished() {
        database.select(KEY_CHANGE.ID)
                .from(KEY_CHANGE)
                .where(KEY_CHANGE.STATE.eq(KeyChange.State.RUNNING.code()))
                .fetch(KEY_CHANGE.ID)
                .forEach(this::schedule);
    }

    /** All times that another key was chosen, newest first. */
    public List<KeyChange> changes() {
        return database.selectFrom(KEY_CHANGE)
                .orderBy(KEY_CHANGE.ID.desc())
                .limit(20)
                .fetch(UniqueKeys::read);
    }

    private static KeyChange read(KeyChangeRecord row) {
        return new KeyChange(
                row.getId(),
                kind(row.getFromKey()),
                kind(row.getToKey()),
                KeyChange.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getAskedBy(),
                row.getAskedAt().toInstant(),
                row.getFinishedAt() == null ? null : row.getFinishedAt().toInstant(),
                row.getGained(),
                row.getLost(),
                row.getFailure());
    }

    private static Identity.Kind kind(String code) {
        return Identity.Kind.of(code).orElseThrow();
    }
}
