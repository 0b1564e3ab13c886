package io.legame.duplicates;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.duplicates.AutomaticMerge.State;
import io.legame.matching.Model;
import io.legame.platform.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The sure proposals made one at once: how sure they are, what a threshold would take, and taking it all back. */
@Component
public class AutomaticMerges {
    private final AutomaticMergeTable table;
    private final SureProposals proposals;
    private final ProposalReading reading;
    private final ScanTable scans;
    private final Settlement settlement;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final CustomTask<Void> job;
    /** Asked for late: the scheduler is made of the modules' jobs. */
    private final ObjectProvider<Scheduler> scheduler;

    AutomaticMerges(
            AutomaticMergeTable table,
            SureProposals proposals,
            ProposalReading reading,
            ScanTable scans,
            Settlement settlement,
            AuditTrail audit,
            TransactionTemplate transaction,
            CustomTask<Void> automaticMergeJob,
            ObjectProvider<Scheduler> scheduler) {
        this.table = table;
        this.proposals = proposals;
        this.reading = reading;
        this.scans = scans;
        this.settlement = settlement;
        this.audit = audit;
        this.transaction = transaction;
        this.job = automaticMergeJob;
        this.scheduler = scheduler;
    }

    /** How sure the open proposals are, those left to people apart. */
    public Likelihoods likelihoods() {
        return proposals.likelihoods();
    }

    /** How many proposals the threshold would make one. */
    public long count(double threshold) {
        return proposals.count(threshold);
    }

    /** Those that the threshold would just take, the least sure first: who agrees with them agrees with the rest. */
    public List<Proposal> samples(double threshold, int limit) {
        return reading.read(proposals.above(threshold, limit));
    }

    /**
     * Begins in the background.
     *
     * @param threshold the probability that every pair of a proposal has at least, 0.7 to 1
     */
    public AutomaticMerge start(double threshold) {
        AutomaticMerge begun = Objects.requireNonNull(transaction.execute(status -> prepare(threshold)));
        schedule(begun.id());
        return begun;
    }

    /** As far as the job's beginning. */
    @Transactional
    AutomaticMerge prepare(double threshold) {
        if (!(threshold >= Model.DEFAULT_PROBABILITY && threshold < 1)) {
            throw Refusal.of("duplicates.error.threshold");
        }
        settlement.lock();
        if (scans.latest(Scan.State.RUNNING).isPresent()) {
            throw Refusal.of("duplicates.error.scanning");
        }
        long expected = proposals.count(threshold);
        if (expected == 0) {
            throw Refusal.of("duplicates.error.nothing");
        }
        AutomaticMerge begun = table.insert(threshold, expected, Actor.current().name())
                .orElseThrow(() -> Refusal.of("duplicates.error.merging"));
        audit.record(
                "duplicates.automaticMergeBegun",
                "automaticMerge",
                Long.toString(begun.id().value()),
                Map.of("threshold", threshold, "proposals", expected));
        return begun;
    }

    private void schedule(AutomaticMergeId id) {
        scheduler.getObject().scheduleIfNotExists(job.instance(Long.toString(id.value())), Instant.EPOCH);
    }

    /** A node may have been killed between the state and the job. */
    @EventListener(ApplicationReadyEvent.class)
    void scheduleUnfinished() {
        table.running().ifPresent(each -> schedule(each.id()));
    }

    public AutomaticMerge get(AutomaticMergeId id) {
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    /** Newest first. */
    public List<AutomaticMerge> list(int limit) {
        return table.list(limit);
    }

    /** The merges that were not taken back wholly when all were, the newest first. */
    public List<AutomaticMerge.Kept> kept(AutomaticMergeId id, int limit) {
        return table.kept(id, limit);
    }

    /** Asks it to stop after the merge it is at; what is merged stays merged. */
    @Transactional
    public void stop(AutomaticMergeId id) {
        if (!table.move(get(id).id(), State.STOPPED, State.RUNNING)) {
            throw Refusal.of("duplicates.error.notRunning");
        }
        audit.record("duplicates.automaticMergeStopped", "automaticMerge", Long.toString(id.value()), Map.of());
    }

    /** Begins to take back every merge of it, the newest first, in the background. */
    public void undo(AutomaticMergeId id) {
        transaction.executeWithoutResult(status -> prepareUndo(id));
        schedule(id);
    }

    /** As far as the job's beginning. */
    @Transactional
    void prepareUndo(AutomaticMergeId id) {
        settlement.lock();
        if (table.running().isPresent()) {
            throw Refusal.of("duplicates.error.merging");
        }
        if (!get(id).canBeUndone() || !table.move(id, State.UNDOING, State.DONE, State.STOPPED, State.FAILED)) {
            throw Refusal.of("duplicates.error.cannotBeUndone");
        }
        audit.record("duplicates.automaticMergeUndone", "automaticMerge", Long.toString(id.value()), Map.of());
    }
}
