package io.legame.customers;

import io.legame.access.AuditTrail;
import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person decides about one value that needs a look. Each decision is a change set, which can be taken back. */
@Component
public class FlagDecisions {
    private final DSLContext database;
    private final ChangeSets changeSets;
    private final EditUndo undo;
    private final AuditTrail audit;
    private final InstantSource clock;

    FlagDecisions(DSLContext database, ChangeSets changeSets, EditUndo undo, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.changeSets = changeSets;
        this.undo = undo;
        this.audit = audit;
        this.clock = clock;
    }

    /** The value as it is now, with what is wrong with it; empty when nothing is. */
    public Optional<FlaggedCustomer> find(CustomerId id, CustomerField field) {
        return Optional.ofNullable(
                        new CustomerBase(database).load(List.of(id.value())).get(id.value()))
                .filter(state -> state.flag(field) != null)
                .map(state -> QualityLists.flagged(state.row(), field));
    }

    /** Takes the proposal. */
    @Transactional
    public ChangeSetId correct(CustomerId id, CustomerField field) {
        CustomerState state = flagged(id, field);
        List<CorrectedValue> values =
                new ProposalCorrection(new CorrectionTarget.Proposals(field, null, null)).of(state);
        if (values.isEmpty()) {
            throw Refusal.of("customers.error.noProposal");
        }
        ChangeSetId by = changeSets.open(ChangeSet.Kind.EDIT, field.code(), null);
        var outcome = new CorrectionStretch(database, by, now()).run(List.of(state), each -> values);
        if (outcome.ofAnother() > 0) {
            throw Refusal.of(
                    "customers.error.ofAnother",
                    String.valueOf(values.getFirst().value()));
        }
        record("customers.corrected", id, field);
        return by;
    }

    /** The value stays as it is, and is not flagged again. */
    @Transactional
    public ChangeSetId keep(CustomerId id, CustomerField field) {
        CustomerState state = flagged(id, field);
        ChangeSetId by = changeSets.open(ChangeSet.Kind.EDIT, field.code(), null);
        state.accept(field);
        state.row().setUpdatedAt(now());
        state.finish();
        new CustomerBase(database).update(Map.of(id.value(), state), by, now());
        record("customers.kept", id, field);
        return by;
    }

    private CustomerState flagged(CustomerId id, CustomerField field) {
        var base = new CustomerBase(database);
        base.lock();
        CustomerState state = base.load(List.of(id.value())).get(id.value());
        ValueFlag flag = state == null ? null : state.flag(field);
        if (state == null || flag == null || !flag.needsLook()) {
            throw Refusal.notFound();
        }
        return state;
    }

    /** Takes a decision about the customer back. */
    @Transactional
    public void undo(CustomerId id, ChangeSetId what) {
        String field = undo.run(id, what).what().title();
        audit.record("customers.decisionUndone", "customer", Long.toString(id.value()), Map.of("field", field));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void record(String action, CustomerId id, CustomerField field) {
        audit.record(action, "customer", Long.toString(id.value()), Map.of("field", field.code()));
    }
}
