package io.legame.duplicates;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers who are there twice: the search for them, and what it proposes. */
@Component
public class Duplicates {
    private final ScanTable scans;
    private final AutomaticMergeTable merges;
    private final ProposalTable proposals;
    private final ProposalReading reading;
    private final Settlement settlement;
    private final Customers customers;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final OneTimeTask<Void> job;
    /** Asked for late: the scheduler is made of the modules' jobs. */
    private final ObjectProvider<Scheduler> scheduler;

    Duplicates(
            ScanTable scans,
            AutomaticMergeTable merges,
            ProposalTable proposals,
            ProposalReading reading,
            Settlement settlement,
            Customers customers,
            AuditTrail audit,
            TransactionTemplate transaction,
            OneTimeTask<Void> scanJob,
            ObjectProvider<Scheduler> scheduler) {
        this.scans = scans;
        this.merges = merges;
        this.proposals = proposals;
        this.reading = reading;
        this.settlement = settlement;
        this.customers = customers;
        this.audit = audit;
        this.transaction = transaction;
        this.job = scanJob;
        this.scheduler = scheduler;
    }

    /** The last scan, running or not. */
    public Optional<Scan> scan() {
        return scans.latest();
    }

    /** The scan whose findings are proposed. */
    public Optional<Scan> complete() {
        return scans.latest(Scan.State.DONE);
    }

    public Scan scan(ScanId id) {
        return scans.find(id).orElseThrow(Refusal::notFound);
    }

    /** Begins to search all customers in the background; when a search runs already it is that one. */
    public Scan start() {
        Scan scan = Objects.requireNonNull(transaction.execute(status -> prepare()));
        schedule(scan.id());
        return scan;
    }

    /** As far as the job's beginning. */
    @Transactional
    Scan prepare() {
        settlement.lock();
        if (merges.running().isPresent()) {
            throw Refusal.of("duplicates.error.merging");
        }
        String who = Actor.current().name();
        return scans.insert(who, customers.count().all())
                .map(scan -> {
                    audit.record(
                            "duplicates.scanBegun",
                            "scan",
                            Long.toString(scan.id().value()),
                            Map.of());
                    return scan;
                })
                .or(() -> scans.latest(Scan.State.RUNNING))
                .orElseThrow(() -> Refusal.of("duplicates.error.running"));
    }

    private void schedule(ScanId id) {
        scheduler.getObject().scheduleIfNotExists(job.instance(Long.toString(id.value())), Instant.EPOCH);
    }

    /** A node may have been killed between the state and the job. */
    @EventListener(ApplicationReadyEvent.class)
    void scheduleUnfinished() {
        scans.latest(Scan.State.RUNNING).ifPresent(scan -> schedule(scan.id()));
    }

    /** Asks the scan to stop: what the one before found stays. */
    @Transactional
    public void stop(ScanId id) {
        if (!scans.stop(id)) {
            throw Refusal.of("duplicates.error.notRunning");
        }
        audit.record("duplicates.scanStopped", "scan", Long.toString(id.value()), Map.of());
    }

    /** How many proposals there are to be looked at. */
    public int openCount() {
        return proposals.counts().getOrDefault(Proposal.State.OPEN, 0);
    }

    /**
     * Open proposals, the surest first: the one whose weakest pair is the strongest.
     *
     * @param after the last of the page before; null for the first page
     */
    public List<Proposal> open(@Nullable Proposal after, int limit) {
        var found = new ArrayList<Proposal>();
        Proposal last = after;
        while (found.size() < limit) {
            List<Proposal> page = reading.read(proposals.open(last, limit));
            if (page.isEmpty()) {
                break;
            }
            last = page.getLast();
            page.stream().map(this::current).filter(Duplicates::isOpen).forEach(found::add);
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    private static boolean isOpen(Proposal proposal) {
        return proposal.state() == Proposal.State.OPEN;
    }

    public Proposal get(ProposalId id) {
        return current(read(id));
    }

    /** The open proposal of these customers and no others. */
    public Optional<Proposal> proposing(Collection<CustomerId> ids) {
        Set<CustomerId> wanted = Set.copyOf(ids);
        List<ProposalTable.Row> rows = proposals.openWith(wanted);
        return reading.read(rows).stream()
                .filter(Duplicates::isOpen)
                .filter(proposal -> Set.copyOf(proposal.members()).equals(wanted))
                .findFirst();
    }

    private Proposal read(ProposalId id) {
        return reading.read(proposals.find(id.value()).stream().toList()).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Customers are deleted too, and nobody tells: it is noted when it is met. */
    private Proposal current(Proposal proposal) {
        if (!isOpen(proposal) || proposal.members().size() > 1) {
            return proposal;
        }
        transaction.executeWithoutResult(status -> {
            customers.hold();
            settlement.lock();
            proposals.find(proposal.id().value()).ifPresent(row -> settlement.settle(List.of(row.group()), Map.of()));
        });
        return read(proposal.id());
    }
}
