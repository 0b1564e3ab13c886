package io.legame.customers;

import static io.legame.customers.db.Tables.CHANGE;

import io.legame.access.AuditTrail;
import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.customers.db.tables.records.CustomerRecord;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers written by hand, one at a time, by the same rules as those that files bring. What cannot be right is refused
 * here, as there is somebody to ask. Each edit is a change set, which can be taken back.
 */
@Component
public class CustomerEdits {
    private final DSLContext database;
    private final EditPlans plans;
    private final CustomerSettings settings;
    private final CustomerHistory history;
    private final ChangeSets changeSets;
    private final EditUndo undo;
    private final AuditTrail audit;
    private final InstantSource clock;

    CustomerEdits(
            DSLContext database,
            Customers customers,
            CustomerSettings settings,
            CustomerHistory history,
            ChangeSets changeSets,
            EditUndo undo,
            List<AlikeCustomers> alike,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.plans = new EditPlans(database, customers, alike);
        this.settings = settings;
        this.history = history;
        this.changeSets = changeSets;
        this.undo = undo;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<EditableCustomer> find(CustomerId id) {
        // read first: a change between the two is then noticed when saving
        long version = version(id);
        return Optional.ofNullable(
                        new CustomerBase(database).visible(List.of(id.value())).get(id.value()))
                .map(state -> EditableCustomer.of(
                        id, state.row(), new IdentityTable(database).of(id), SeenFields.current(database), version));
    }

    /** Counts the customer's changes. */
    public long version(CustomerId id) {
        return database.select(DSL.coalesce(DSL.max(CHANGE.NUMBER), 0L))
                .from(CHANGE)
                .where(CHANGE.CUSTOMER_ID.eq(id.value()))
                .fetchSingle()
                .value1();
    }

    /**
     * What saving would do, without doing it.
     *
     * @param id null for a new customer
     * @param cleared the fields that were emptied; those of which nothing is said stay as they are
     */
    public EditCheck check(@Nullable CustomerId id, CustomerDraft draft, Set<CustomerField> cleared) {
        return plans.of(id, draft, cleared, settings.recent()).check();
    }

    /** Never {@link Edit.Outdated}. */
    @Transactional
    public Edit create(CustomerDraft draft) {
        var base = new CustomerBase(database);
        base.lock();
        Settings current = settings.read();
        EditPlans.Planned planned = plans.of(null, draft, Set.of(), current);
        if (!planned.check().isRight()) {
            return new Edit.Refused(planned.check());
        }
        OffsetDateTime now = now();
        ChangeSetId by = open(planned.plan());
        CustomerState state = planned.plan().state();
        CustomerRecord row = state.row();
        row.setSource(Identity.MAIN);
        row.setCreatedAt(now);
        row.setUpdatedAt(now);
        row.setChangeSetId(by.value());
        row.setKeyed(planned.identities().keyed());
        base.insert(List.of(state));
        add(base, planned, by, now);
        var id = new CustomerId(state.id());
        CustomerUnits.own(database, List.of(id));
        record("customers.created", state.id(), planned.plan());
        return new Edit.Saved(id, by);
    }

    /**
     * Writes what the draft says and clears what was emptied.
     *
     * @param seen the version that was seen; null to write over whatever is there
     */
    @Transactional
    public Edit update(CustomerId id, @Nullable Long seen, CustomerDraft draft, Set<CustomerField> cleared) {
        refuseLimited(draft, cleared);
        var base = new CustomerBase(database);
        base.lock();
        long version = version(id);
        Settings current = settings.read();
        EditPlans.Planned planned = plans.of(id, draft, cleared, current);
        if (seen != null && seen != version) {
            return new Edit.Outdated(version, history.since(id, seen));
        }
        if (!planned.check().isRight()) {
            return new Edit.Refused(planned.check());
        }
        if (planned.plan().changesNothing()) {
            return new Edit.Saved(id, null);
        }
        OffsetDateTime now = now();
        ChangeSetId by = open(planned.plan());
        CustomerState state = planned.plan().state();
        state.row().setUpdatedAt(now);
        base.update(Map.of(id.value(), state), by, now);
        new IdentityTable(database).end(planned.identities().ended(), by, now);
        add(base, planned, by, now);
        new KeyedCustomers(database).rekey(List.of(id.value()), current.key());
        record("customers.edited", id.value(), planned.plan());
        return new Edit.Saved(id, by);
    }

    /** Nobody writes over what they do not see. */
    private void refuseLimited(CustomerDraft draft, Set<CustomerField> cleared) {
        SeenFields seen = SeenFields.current(database);
        Stream.concat(draft.fields().stream(), cleared.stream())
                .filter(field -> !seen.full(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new Refusal(HttpStatus.FORBIDDEN, "customers.error.limited", field.code());
                });
        seen.custom().stream()
                .filter(limited -> draft.custom().values().containsKey(limited.id()))
                .findFirst()
                .ifPresent(limited -> {
                    throw new Refusal(
                            HttpStatus.FORBIDDEN, "customers.error.limited", SeenFields.CUSTOM + limited.code());
                });
    }

    private ChangeSetId open(EditPlan plan) {
        // no name: the set outlives the customer
        return changeSets.open(ChangeSet.Kind.EDIT, codes(plan), null);
    }

    private static void add(CustomerBase base, EditPlans.Planned planned, ChangeSetId by, OffsetDateTime now) {
        base.add(
                planned.identities().added().stream()
                        .collect(Collectors.toMap(
                                identity -> identity, identity -> planned.plan().state())),
                by,
                now);
    }

    /**
     * Takes an edit back; a customer that it created is removed.
     *
     * @return why the customer stays as it is, wholly or in part; empty when nothing does
     */
    @Transactional
    public Optional<CustomerUndo.Kept> undo(CustomerId id, ChangeSetId what) {
        if (find(id).isEmpty()) {
            throw Refusal.notFound();
        }
        EditUndo.Undone undone = undo.run(id, what);
        audit.record(
                "customers.editUndone",
                "customer",
                Long.toString(id.value()),
                Map.of("fields", undone.what().title()));
        return undone.kept();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void record(String action, long id, EditPlan plan) {
        audit.record(action, "customer", Long.toString(id), Map.of("fields", codes(plan)));
    }

    private static String codes(EditPlan plan) {
        return Stream.concat(
                        plan.changed().stream().map(CustomerField::code),
                        plan.custom().changed().stream().map(CustomField::name))
                .collect(Collectors.joining(", "));
    }
}
