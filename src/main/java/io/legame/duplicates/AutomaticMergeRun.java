package io.legame.duplicates;

import io.legame.access.Actor;
import io.legame.customers.Customer;
import io.legame.customers.CustomerId;
import io.legame.customers.Identity;
import io.legame.customers.MergeId;
import io.legame.customers.MergeProposal;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.duplicates.AutomaticMerge.State;
import io.legame.duplicates.AutomaticMergeTable.Back;
import io.legame.platform.DatabaseTrouble;
import io.legame.platform.ErrorReference;
import io.legame.platform.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes proposals one, or takes that back, one merge a transaction with its note and the place it brings us to; whenever
 * it is killed, running it again goes on.
 */
@Component
class AutomaticMergeRun {
    private static final Logger LOG = LoggerFactory.getLogger(AutomaticMergeRun.class);
    private static final String TAKEN_BACK_BY_HAND = "customers.merge.error.undone";

    private final AutomaticMergeTable table;
    private final SureProposals proposals;
    private final ProposalReading reading;
    private final ScanTable scans;
    private final Merges merges;
    private final TransactionTemplate transaction;

    AutomaticMergeRun(
            AutomaticMergeTable table,
            SureProposals proposals,
            ProposalReading reading,
            ScanTable scans,
            Merges merges,
            TransactionTemplate transaction) {
        this.table = table;
        this.proposals = proposals;
        this.reading = reading;
        this.scans = scans;
        this.merges = merges;
        this.transaction = transaction;
    }

    void run(AutomaticMergeId id) {
        try {
            AutomaticMerge what = table.find(id).orElse(null);
            while (what != null && what.state().running()) {
                AutomaticMerge now = what;
                Actor.system(now.begunBy()).does(() -> {
                    step(now);
                    return now;
                });
                what = table.find(id).orElse(null);
            }
        } catch (RuntimeException error) {
            fail(id, error);
        }
    }

    boolean isWaiting(AutomaticMergeId id) {
        return table.find(id).map(what -> what.state().running()).orElse(false);
    }

    private void step(AutomaticMerge what) {
        if (what.state() == State.RUNNING) {
            proposals
                    .next(what.threshold(), what.position())
                    .ifPresentOrElse(
                            proposal -> merge(what, proposal), () -> table.move(what.id(), State.DONE, State.RUNNING));
        } else {
            table.newest(what.id())
                    .ifPresentOrElse(
                            merge -> takeBack(what, merge), () -> table.move(what.id(), State.UNDONE, State.UNDOING));
        }
    }

    private void merge(AutomaticMerge what, ProposalTable.Row row) {
        try {
            inOne(() -> mergeOrLeave(what, row));
        } catch (Refusal changedMeanwhile) {
            inOne(() -> table.left(what, row.id()));
        }
    }

    private boolean mergeOrLeave(AutomaticMerge what, ProposalTable.Row row) {
        List<CustomerId> members = reading.read(List.of(row)).getFirst().members();
        if (members.size() < 2) {
            return table.left(what, row.id());
        }
        MergeProposal proposal = merges.propose(members, Optional.empty());
        if (!asCompared(proposal)) {
            return table.left(what, row.id());
        }
        Set<CustomerId> others =
                members.stream().filter(id -> !id.equals(proposal.survivor())).collect(Collectors.toSet());
        Map<CustomerId, Long> seen = proposal.customers().stream()
                .collect(Collectors.toMap(candidate -> candidate.customer().id(), MergeProposal.Candidate::version));
        MergeId merge = merges.merge(new MergeRequest(proposal.survivor(), others, Map.of(), Map.of(), seen));
        return table.merged(what, row.id(), merge, proposal.survivor(), others.size());
    }

    /** Whether nobody changed them since the scan read them, and they contradict each other in nothing. */
    private boolean asCompared(MergeProposal proposal) {
        Instant read = scans.latest(Scan.State.DONE).orElseThrow().beganAt();
        List<Customer> customers = proposal.customers().stream()
                .map(MergeProposal.Candidate::customer)
                .toList();
        long birthDates = customers.stream()
                .map(Customer::birthDate)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        long taxCodes = customers.stream()
                .map(AutomaticMergeRun::taxCodes)
                .filter(codes -> !codes.isEmpty())
                .distinct()
                .count();
        return birthDates < 2
                && taxCodes < 2
                && customers.stream().noneMatch(customer -> customer.updatedAt().isAfter(read));
    }

    private static Set<String> taxCodes(Customer customer) {
        return customer.identities().stream()
                .filter(identity -> identity.kind() == Identity.Kind.TAX_CODE)
                .map(Identity::value)
                .collect(Collectors.toSet());
    }

    private void takeBack(AutomaticMerge what, MergeId merge) {
        try {
            inOne(() -> {
                Merges.Unmerged unmerged = merges.undo(merge);
                boolean wholly = !unmerged.values() && !unmerged.identities();
                return table.back(what.id(), merge, wholly ? Back.UNDONE : Back.PARTLY);
            });
        } catch (Refusal refusal) {
            Back outcome = refusal.key().equals(TAKEN_BACK_BY_HAND) ? Back.UNDONE : Back.STAYS;
            inOne(() -> table.back(what.id(), merge, outcome));
        }
    }

    /** Nothing is done when somebody stopped it meanwhile, or another node has it. */
    private void inOne(BooleanSupplier work) {
        transaction.executeWithoutResult(status -> {
            if (!work.getAsBoolean()) {
                status.setRollbackOnly();
            }
        });
    }

    /** A lost connection is no fault of ours: the job is tried again by itself and goes on where it was. */
    private void fail(AutomaticMergeId id, RuntimeException error) {
        if (DatabaseTrouble.of(error) == DatabaseTrouble.AWAY) {
            throw error;
        }
        String reference = ErrorReference.next();
        LOG.error("Error {} in automatic merge {}", reference, id.value(), error);
        table.fail(id, reference);
    }
}
