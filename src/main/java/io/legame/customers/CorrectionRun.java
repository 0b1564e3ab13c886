package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.platform.DatabaseTrouble;
import io.legame.platform.ErrorReference;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Corrects values, or takes a correction back, stretch by stretch, each in one transaction with the place it brings us
 * to; whenever it is killed, running it again goes on.
 */
@Component
class CorrectionRun {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionRun.class);
    /** Less than a second's work: whoever brings in customers meanwhile waits for it. */
    private static final int AT_ONCE = 1_000;

    private final CorrectionTable table;
    private final CustomerUndo undo;
    private final UniformityRules rules;
    private final RuleChecks checks;
    private final DataQuality quality;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    CorrectionRun(
            CorrectionTable table,
            CustomerUndo undo,
            UniformityRules rules,
            RuleChecks checks,
            DataQuality quality,
            DSLContext database,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.undo = undo;
        this.rules = rules;
        this.checks = checks;
        this.quality = quality;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run(CorrectionId id) {
        try {
            Correction what = table.find(id).orElse(null);
            while (what != null && what.state().running()) {
                Correction now = what;
                transaction.executeWithoutResult(status -> {
                    boolean ours = now.state() == CorrectionState.UNDOING ? undo(now) : correct(now);
                    if (!ours) {
                        // somebody stopped it, or another node has it
                        status.setRollbackOnly();
                    }
                });
                what = table.find(id).orElse(null);
            }
            if (what != null) {
                countAgain(what);
            }
        } catch (RuntimeException error) {
            fail(id, error);
        }
    }

    boolean isWaiting(CorrectionId id) {
        return table.find(id).map(what -> what.state().running()).orElse(false);
    }

    private boolean correct(Correction what) {
        new CustomerBase(database).lock();
        List<Long> ids = next(what);
        if (ids.isEmpty()) {
            return table.move(what.id(), CorrectionState.DONE, CorrectionState.RUNNING);
        }
        var states = new TreeMap<>(new CustomerBase(database).load(ids));
        var stretch =
                new CorrectionStretch(database, what.changes(), clock.instant().atOffset(ZoneOffset.UTC));
        Correction.Outcome outcome = stretch.run(states.values(), correcting(what.target()));
        return table.advance(what, ids.getLast(), outcome);
    }

    private List<Long> next(Correction what) {
        return switch (what.target()) {
            case CorrectionTarget.Proposals proposals ->
                new ProposalGroups(database).ids(proposals, what.position(), what.until(), AT_ONCE);
            case CorrectionTarget.Rule rule ->
                database.select(CUSTOMER.ID)
                        .from(CUSTOMER)
                        .where(CUSTOMER.ID.gt(what.position()), CUSTOMER.ID.le(what.until()))
                        .orderBy(CUSTOMER.ID)
                        .limit(AT_ONCE)
                        .fetch(CUSTOMER.ID);
        };
    }

    Correcting correcting(CorrectionTarget target) {
        return switch (target) {
            case CorrectionTarget.Proposals proposals -> new ProposalCorrection(proposals);
            case CorrectionTarget.Rule rule -> new RuleCorrection(rules.uniformity(), rule.rule());
        };
    }

    /** The last customer there is now. */
    long until() {
        return Objects.requireNonNullElse(
                database.select(DSL.max(CUSTOMER.ID))
                        .from(CUSTOMER)
                        .fetchSingle()
                        .value1(),
                0L);
    }

    private boolean undo(Correction what) {
        Correction.Undo how = Objects.requireNonNull(what.undo());
        CustomerUndo.Step step = undo.restore(what.changes(), how.changes(), how.position(), AT_ONCE);
        CustomerId end = step.end();
        return end == null
                ? table.move(what.id(), CorrectionState.UNDONE, CorrectionState.UNDOING)
                : table.advanceUndo(what, end.value(), step.done(), step.kept().size());
    }

    /** So that the pages do not go on to propose what is done. */
    private void countAgain(Correction what) {
        quality.count();
        if (what.target() instanceof CorrectionTarget.Rule) {
            checks.run();
        }
    }

    /** A lost connection is no fault of ours: the job is tried again by itself and goes on where it was. */
    private void fail(CorrectionId id, RuntimeException error) {
        if (DatabaseTrouble.of(error) == DatabaseTrouble.AWAY) {
            throw error;
        }
        String reference = ErrorReference.next();
        LOG.error("Error {} in correction {}", reference, id.value(), error);
        table.fail(id, reference);
    }
}
