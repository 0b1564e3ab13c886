package io.legame.customers;

import io.legame.access.ChangeSetId;
import io.legame.customers.BulkAction.State;
import io.legame.platform.DatabaseTrouble;
import io.legame.platform.ErrorReference;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the customers of a bulk action, or takes it back, stretch by stretch, each in one transaction with the place it
 * brings us to; whenever it is killed, running it again goes on.
 */
@Component
class BulkRun {
    private static final Logger LOG = LoggerFactory.getLogger(BulkRun.class);
    /** Less than a second's work: whoever brings in customers meanwhile waits for it. */
    private static final int AT_ONCE = 2_000;

    private final BulkActionTable table;
    private final Customers customers;
    private final CustomerSettings settings;
    private final CustomerUndo undo;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    BulkRun(
            BulkActionTable table,
            Customers customers,
            CustomerSettings settings,
            CustomerUndo undo,
            DSLContext database,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.customers = customers;
        this.settings = settings;
        this.undo = undo;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run(BulkActionId id) {
        try {
            CustomerSet picked = table.picked(id);
            BulkAction action = table.find(id).orElse(null);
            while (action != null && action.state().running()) {
                BulkAction now = action;
                transaction.executeWithoutResult(status -> {
                    boolean ours = now.state() == State.UNDOING ? takeBack(now) : change(now, picked);
                    if (!ours) {
                        // somebody stopped it, or another node has it
                        status.setRollbackOnly();
                    }
                });
                action = table.find(id).orElse(null);
            }
        } catch (RuntimeException error) {
            fail(id, error);
        }
    }

    boolean isWaiting(BulkActionId id) {
        return table.find(id).map(action -> action.state().running()).orElse(false);
    }

    private boolean change(BulkAction action, CustomerSet picked) {
        new CustomerBase(database).lock();
        List<Long> ids = picked.after(action.position(), AT_ONCE);
        if (ids.isEmpty()) {
            return table.move(action.id(), State.DONE, State.RUNNING);
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        BulkWork work = work(action, Objects.requireNonNull(action.changes()), now);
        BulkWork.Done done = work.run(ids);
        Set<Long> changed = done.changed();
        return table.advance(
                action,
                ids.getLast(),
                new BulkAction.Outcome(changed.size(), done.same(), ids.size() - changed.size() - done.same()),
                now,
                // what the history of fields tells need not be kept twice
                work instanceof BulkWork.TakenBack
                        ? CustomerSet.collect(add -> changed.forEach(add::accept))
                        : CustomerSet.NOBODY);
    }

    private BulkWork work(BulkAction action, ChangeSetId by, OffsetDateTime at) {
        return switch (Objects.requireNonNull(action.change())) {
            case BulkChange.Assign assign -> new BulkUnits(database, assign.unit(), true);
            case BulkChange.Unassign unassign -> new BulkUnits(database, unassign.unit(), false);
            case BulkChange.Archive archive -> new BulkLeaving(database, Leaving.As.ARCHIVED, at, action.createdBy());
            case BulkChange.Delete delete -> new BulkLeaving(database, Leaving.As.DELETED, at, action.createdBy());
            case BulkChange.Written written ->
                new BulkWriting(database, customers.rules(settings.read()), written, by, at);
        };
    }

    private boolean takeBack(BulkAction action) {
        BulkAction.Undo back = Objects.requireNonNull(action.undo());
        if (action.change() instanceof BulkChange.Written) {
            return restore(action, back);
        }
        new CustomerBase(database).lock();
        BulkActionTable.Stretch stretch =
                table.stretch(action.id(), back.position()).orElse(null);
        if (stretch == null) {
            return table.move(action.id(), State.UNDONE, State.UNDOING);
        }
        List<Long> ids = List.of(stretch.changed().toArray());
        var work = (BulkWork.TakenBack) work(action, back.changes(), stretch.at());
        int done = work.takeBack(ids).size();
        return table.advanceUndo(action, stretch.until(), done, ids.size() - done);
    }

    private boolean restore(BulkAction action, BulkAction.Undo back) {
        CustomerUndo.Step step =
                undo.restore(Objects.requireNonNull(action.changes()), back.changes(), back.position(), AT_ONCE);
        return step.end() == null
                ? table.move(action.id(), State.UNDONE, State.UNDOING)
                : table.advanceUndo(
                        action, step.end().value(), step.done(), step.kept().size());
    }

    /** A lost connection is no fault of ours: the job is tried again by itself and goes on where it was. */
    private void fail(BulkActionId id, RuntimeException error) {
        if (DatabaseTrouble.of(error) == DatabaseTrouble.AWAY) {
            throw error;
        }
        String reference = ErrorReference.next();
        LOG.error("Error {} in bulk action {}", reference, id.value(), error);
        table.fail(id, reference);
    }
}
