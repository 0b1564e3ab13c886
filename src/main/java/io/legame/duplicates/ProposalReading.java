package io.legame.duplicates;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Proposals with who their customers are by now and why they are proposed. */
@Component
class ProposalReading {
    private final Customers customers;
    private final PairTable pairs;

    ProposalReading(Customers customers, PairTable pairs) {
        this.customers = customers;
        this.pairs = pairs;
    }

    /** In the same order. */
    List<Proposal> read(List<ProposalTable.Row> rows) {
        Standing standing = Standing.of(
                customers, rows.stream().flatMap(row -> row.members().stream()).toList());
        Map<Long, List<CandidatePair>> found =
                pairs.of(rows.stream().map(ProposalTable.Row::group).toList());
        var proposals = new ArrayList<Proposal>();
        for (ProposalTable.Row row : rows) {
            List<Long> members = standing.of(row.members());
            Set<Long> among = Set.copyOf(row.members());
            List<CandidatePair> own = found.getOrDefault(row.group(), List.of()).stream()
                    .filter(pair -> among.contains(pair.low().value())
                            && among.contains(pair.high().value()))
                    .toList();
            proposals.add(proposal(row, members, standing.pairs(own)));
        }
        return proposals;
    }

    private static Proposal proposal(ProposalTable.Row row, List<Long> members, List<CandidatePair> pairs) {
        return new Proposal(
                new ProposalId(row.id()),
                row.state(),
                members.stream().map(CustomerId::new).toList(),
                pairs,
                Proposal.probability(row.weight()),
                row.weight(),
                row.contradictory());
    }
}
