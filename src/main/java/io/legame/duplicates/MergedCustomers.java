package io.legame.duplicates;

import io.legame.customers.CustomerFacts;
import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Proposals follow the merges of their customers, whoever makes them or takes them back, in the same transaction. */
@Component
class MergedCustomers implements CustomerFacts {
    private final ProposalTable proposals;
    private final Settlement settlement;

    MergedCustomers(ProposalTable proposals, Settlement settlement) {
        this.proposals = proposals;
        this.settlement = settlement;
    }

    /** To be proposed is nothing that happened with somebody. */
    @Override
    public Set<CustomerId> known(Collection<CustomerId> customers) {
        return Set.of();
    }

    @Override
    public Map<CustomerId, Long> count(Collection<CustomerId> customers) {
        return Map.of();
    }

    @Override
    public void move(MergeId merge, Collection<CustomerId> from, CustomerId to) {
        settlement.lock();
        List<Long> groups =
                proposals.groups(Stream.concat(from.stream(), Stream.of(to)).toList());
        proposals.noteMerge(merge, groups);
        settlement.settle(groups, from.stream().collect(Collectors.toMap(Function.identity(), id -> to)));
    }

    /** Proposals hold numbers of customers and nothing else; who is no more is noticed when they are met. */
    @Override
    public void forget(Collection<CustomerId> customers) {}

    @Override
    public void moveBack(MergeId merge, CustomerId survivor, Map<String, CustomerId> since) {
        settlement.lock();
        settlement.settle(proposals.takeNoted(merge), Map.of());
    }
}
