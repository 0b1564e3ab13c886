package io.legame.customers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.access.Scope;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.customers.BulkAction.State;
import io.legame.platform.Refusal;
import io.legame.platform.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The same done to many customers at once: who they are is decided when they are picked, and what, afterwards. */
@Component
public class BulkActions {
    private static final Duration PICKED_KEPT = Duration.ofDays(1);
    private static final String SUBJECT = "bulkAction";
    private static final int PREVIEWED = 10;

    private final BulkActionTable table;
    private final Customers customers;
    private final CustomerSettings settings;
    private final Units units;
    private final ChangeSets changeSets;
    private final AuditTrail audit;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final CustomTask<Void> job;
    private final InstantSource clock;
    /** Asked for late: the scheduler is made of the modules' jobs. */
    private final ObjectProvider<Scheduler> scheduler;

    BulkActions(
            BulkActionTable table,
            Customers customers,
            CustomerSettings settings,
            Units units,
            ChangeSets changeSets,
            AuditTrail audit,
            DSLContext database,
            TransactionTemplate transaction,
            CustomTask<Void> bulkJob,
            InstantSource clock,
            ObjectProvider<Scheduler> scheduler) {
        this.table = table;
        this.customers = customers;
        this.settings = settings;
        this.units = units;
        this.changeSets = changeSets;
        this.audit = audit;
        this.database = database;
        this.transaction = transaction;
        this.job = bulkJob;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** Picks some customers, those left out whom the reader does not see. */
    public BulkAction pick(List<CustomerId> ids) {
        return pick(customers.visible(CustomerSet.of(ids)));
    }

    /** Picks everybody who is in the list now. */
    public BulkAction pick(CustomerQuery query) {
        return pick(customers.all(query));
    }

    private BulkAction pick(CustomerSet picked) {
        if (picked.size() == 0) {
            throw Refusal.of("customers.bulk.error.nobody");
        }
        return get(table.insert(picked));
    }

    /** Some of those picked, as they are now. */
    public List<CustomerSummary> sample(BulkActionId id) {
        own(id);
        return customers.summaries(table.picked(id).after(0, PREVIEWED).stream()
                .map(CustomerId::new)
                .toList());
    }

    /** As it would be stored; null for what is emptied or no field. */
    public @Nullable String stored(BulkChange change) {
        Uniformity rules = customers.rules(settings.recent());
        return switch (change) {
            case BulkChange.Write write -> {
                UniformDraft uniform = rules.apply(BulkWriting.draft(write));
                String text = uniform.draft().text(write.field());
                yield text == null ? write.text() : text;
            }
            case BulkChange.WriteOwn write -> {
                CustomField field = rules.custom().fields().find(write.field()).orElseThrow(Refusal::notFound);
                yield rules.custom().text(rules.custom().read(field, write.texts()));
            }
            case BulkChange.AddChoices add -> String.join(", ", add.labels());
            case BulkChange.TakeChoices take -> String.join(", ", take.labels());
            case BulkChange.Assign assign -> null;
            case BulkChange.Unassign unassign -> null;
            case BulkChange.Archive archive -> null;
            case BulkChange.Delete delete -> null;
        };
    }

    /** Whether whoever asks sees the field that is written. */
    public boolean sees(BulkChange change) {
        return SeenFields.current(database).level(change) == FieldLevel.FULL;
    }

    /** Does it, in the background. */
    public BulkAction start(BulkActionId id, BulkChange change) {
        BulkAction begun = begin(id, change);
        schedule(id);
        return begun;
    }

    /**
     * As far as the job's beginning.
     *
     * @throws Refusal when it cannot be done to anybody, or whoever asks did not pick them
     */
    BulkAction begin(BulkActionId id, BulkChange change) {
        BulkAction picked = own(id);
        check(change);
        if (!Scope.current().everybody()) {
            // since they were picked they may be another shop's
            CustomerSet visible = customers.visible(table.picked(id));
            if (visible.size() == 0) {
                throw Refusal.of("customers.bulk.error.nobody");
            }
            table.narrow(id, visible);
        }
        transaction.executeWithoutResult(status -> {
            if (!table.begin(id, change, changeSets.open(ChangeSet.Kind.BULK, title(change), null))) {
                throw new Refusal(HttpStatus.CONFLICT, "customers.bulk.error.begun");
            }
            record("customers.bulkBegun", id, change, picked.total());
        });
        return get(id);
    }

    /** Who picked them may go on with them. */
    private BulkAction own(BulkActionId id) {
        return table.find(id).filter(BulkAction::mine).orElseThrow(Refusal::notFound);
    }

    private void check(BulkChange change) {
        switch (change) {
            case BulkChange.Write write -> checkWritten(write);
            case BulkChange.WriteOwn write -> checkOwn(write);
            case BulkChange.AddChoices add -> checkChoices(add.field(), add.labels());
            case BulkChange.TakeChoices take -> checkChoices(take.field(), take.labels());
            case BulkChange.Assign assign -> checkUnit(assign.unit());
            case BulkChange.Unassign unassign -> checkUnit(unassign.unit());
            case BulkChange.Archive archive -> {}
            case BulkChange.Delete delete -> {
                boolean itself = Actor.current().kind() == Actor.Kind.SYSTEM;
                if (!itself && !Viewer.current().may("customers:delete")) {
                    throw new Refusal(HttpStatus.FORBIDDEN, "customers.bulk.error.mayNotDelete");
                }
            }
        }
    }

    /** Nobody takes back what they do not see. */
    private void checkSeen(@Nullable BulkChange change) {
        if (change != null && !sees(change)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "customers.error.limited", title(change));
        }
    }

    private void checkWritten(BulkChange.Write write) {
        if (!BulkChange.FIELDS.contains(write.field())) {
            throw Refusal.of("customers.bulk.error.field", write.field().code());
        }
        checkSeen(write);
        if (write.text() != null) {
            UniformDraft uniform = customers.rules(settings.read()).apply(BulkWriting.draft(write));
            boolean text = uniform.draft().texts().containsKey(write.field());
            if (uniform.leftOut(write.field()) != null || text == write.field().typed()) {
                throw Refusal.of("customers.bulk.error.value", write.text());
            }
        }
    }

    private void checkOwn(BulkChange.WriteOwn write) {
        checkSeen(write);
        CustomReader reader = customers.reader();
        CustomField field = writable(reader, write.field());
        if (write.texts().isEmpty() && field.required()) {
            throw Refusal.of("customers.bulk.error.required", field.name());
        }
        if (!write.texts().isEmpty() && reader.read(field, write.texts()) == null) {
            throw Refusal.of("customers.bulk.error.value", String.join(", ", write.texts()));
        }
    }

    private void checkChoices(CustomFieldId id, List<String> labels) {
        checkSeen(new BulkChange.AddChoices(id, labels));
        CustomReader reader = customers.reader();
        CustomField field = writable(reader, id);
        if (field.type() != CustomFieldType.CHOICES || labels.isEmpty() || reader.read(field, labels) == null) {
            throw Refusal.of("customers.bulk.error.value", String.join(", ", labels));
        }
    }

    /** What somebody is known by is nobody else's. */
    private static CustomField writable(CustomReader reader, CustomFieldId id) {
        CustomField field = reader.fields().find(id).orElseThrow(Refusal::notFound);
        if (field.archived() || field.unique()) {
            throw Refusal.of("customers.bulk.error.field", field.name());
        }
        return field;
    }

    /** One whose customers whoever asks sees. */
    private void checkUnit(UnitId unit) {
        if (units.seen().stream().noneMatch(each -> each.id().equals(unit))) {
            throw Refusal.of("customers.views.error.unit");
        }
    }

    /** As histories tell it: the field's code or name. */
    private String title(BulkChange change) {
        return switch (change) {
            case BulkChange.Write write -> write.field().code();
            case BulkChange.WriteOwn write -> name(write.field());
            case BulkChange.AddChoices add -> name(add.field());
            case BulkChange.TakeChoices take -> name(take.field());
            case BulkChange.Assign assign -> "";
            case BulkChange.Unassign unassign -> "";
            case BulkChange.Archive archive -> "";
            case BulkChange.Delete delete -> "";
        };
    }

    private String name(CustomFieldId id) {
        return customers.reader().fields().find(id).map(CustomField::name).orElse(id.name());
    }

    private void schedule(BulkActionId id) {
        scheduler.getObject().scheduleIfNotExists(job.instance(Long.toString(id.value())), Instant.EPOCH);
    }

    /** A node may have been killed between the state and the job. */
    @EventListener(ApplicationReadyEvent.class)
    void scheduleUnfinished() {
        table.running().forEach(each -> schedule(each.id()));
    }

    /** Colleagues see what was begun; what is only picked, and what somebody of some customers began, is their own. */
    public BulkAction get(BulkActionId id) {
        return table.find(id)
                .filter(action -> action.mine()
                        || (action.state() != State.PICKED && Scope.current().everybody()))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Newest first; for who sees only some customers, those that they began themselves.
     *
     * @param after the last of the page before; null for the first page
     */
    public List<BulkAction> list(@Nullable BulkActionId after, int limit) {
        return table.list(!Scope.current().everybody(), after, limit);
    }

    /** Asks it to stop after the stretch it is at, which stays. */
    @Transactional
    public void stop(BulkActionId id) {
        BulkAction action = get(id);
        if (!table.move(id, State.STOPPED, State.RUNNING)) {
            throw Refusal.of("customers.error.notRunning");
        }
        record("customers.bulkStopped", id, action.change(), action.total());
    }

    /** Lets it go on after it stopped half-way. */
    public void goOn(BulkActionId id) {
        BulkAction action = get(id);
        BulkChange change = action.change();
        if (change == null || !action.canGoOn()) {
            throw Refusal.of("customers.error.cannotGoOn");
        }
        check(change);
        transaction.executeWithoutResult(status -> {
            if (!table.move(id, State.RUNNING, State.STOPPED, State.FAILED)) {
                throw Refusal.of("customers.error.cannotGoOn");
            }
            record("customers.bulkResumed", id, change, action.total());
        });
        schedule(id);
    }

    /** Begins to take back what it did, in the background, as far as nobody changed it since. */
    public void undo(BulkActionId id) {
        transaction.executeWithoutResult(status -> beginUndo(id));
        schedule(id);
    }

    /** As far as the job's beginning. */
    void beginUndo(BulkActionId id) {
        BulkAction action = get(id);
        checkSeen(action.change());
        boolean again =
                action.state() == State.FAILED && action.undo() != null && table.move(id, State.UNDOING, State.FAILED);
        if (!again && (!action.canBeUndone() || !table.beginUndo(id, undoing(action)))) {
            throw Refusal.of("customers.error.cannotBeUndone");
        }
        record("customers.bulkUndone", id, action.change(), action.total());
    }

    private ChangeSetId undoing(BulkAction action) {
        return changeSets.open(
                ChangeSet.Kind.UNDO,
                action.change() == null ? "" : title(action.change()),
                action.changes() == null ? null : action.changes().value());
    }

    /** Forgets who was picked a day ago, and nothing was done with them. */
    void sweep() {
        table.forgetPicked(clock.instant().minus(PICKED_KEPT));
    }

    private void record(String event, BulkActionId id, @Nullable BulkChange change, long total) {
        var told = new HashMap<String, Object>();
        told.put("customers", total);
        told.put("what", change == null ? "" : change.getClass().getSimpleName());
        if (change != null && !title(change).isEmpty()) {
            told.put("field", title(change));
        }
        audit.record(event, SUBJECT, Long.toString(id.value()), Map.copyOf(told));
    }
}
