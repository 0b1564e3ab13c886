package io.legame.duplicates;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.duplicates.Proposal.State;
import io.legame.duplicates.ProposalTable.Measure;
import io.legame.duplicates.ProposalTable.Row;
import io.legame.matching.Clusters.Apart;
import io.legame.matching.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Brings proposals in line with who their customers are by now and with what people said of them. It depends on nothing
 * else: what is taken back brings the proposals back as they were.
 */
@Component
class Settlement {
    /** Any number of its own: the key of the advisory lock. */
    private static final long LOCK = 0x4C65_67616D68L;

    private final DSLContext database;
    private final Customers customers;
    private final ProposalTable proposals;
    private final PairTable pairs;
    private final DifferentTable different;

    Settlement(
            DSLContext database,
            Customers customers,
            ProposalTable proposals,
            PairTable pairs,
            DifferentTable different) {
        this.database = database;
        this.customers = customers;
        this.proposals = proposals;
        this.pairs = pairs;
        this.different = different;
    }

    /** Lets one writer in at a time, until the end of the transaction; customers are held, or held back, before. */
    void lock() {
        database.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    /**
     * @param groups as the scan found them
     * @param becoming who is just becoming part of whom
     */
    void settle(Collection<Long> groups, Map<CustomerId, CustomerId> becoming) {
        groups.forEach(id -> proposals.find(id).ifPresent(group -> settle(group, becoming)));
    }

    private void settle(Row group, Map<CustomerId, CustomerId> becoming) {
        Standing standing = Standing.of(customers, group.members(), becoming);
        List<Long> left = standing.of(group.members());
        List<CandidatePair> candidates = standing.pairs(pairs.of(group.id()));
        List<Apart> apart = apart(group, left, becoming);
        List<List<Long>> same = Same.groups(
                candidates.stream()
                        .map(pair ->
                                new Pair(pair.low().value(), pair.high().value(), pair.weight(), pair.probability()))
                        .toList(),
                apart);
        if (same.equals(List.of(left))) {
            proposals.open(group.id(), Measure.of(candidates));
            proposals.remove(proposals.parts(group.id()).stream().map(Row::id).toList());
            return;
        }
        boolean said = !same.isEmpty() || !apart.isEmpty();
        proposals.update(
                group.id(), left.size() < 2 ? ended(group.members(), standing) : said ? State.DIFFERENT : State.GONE);
        var missing = new ArrayList<>(same);
        for (Row part : proposals.parts(group.id())) {
            List<Long> members = standing.of(part.members());
            if (missing.remove(members)) {
                proposals.open(part.id(), Measure.of(among(members, candidates)));
            } else if (members.size() < 2) {
                proposals.update(part.id(), ended(part.members(), standing));
            } else {
                proposals.remove(List.of(part.id()));
            }
        }
        missing.forEach(members -> proposals.insertPart(
                group.id(), standing.whoAre(members, group.members()), Measure.of(among(members, candidates))));
    }

    private List<Apart> apart(Row group, List<Long> left, Map<CustomerId, CustomerId> becoming) {
        List<Long> all = Stream.concat(group.members().stream(), left.stream())
                .distinct()
                .toList();
        List<Apart> said = different.of(all);
        return said.isEmpty() ? said : Standing.of(customers, all, becoming).apart(said);
    }

    private static List<CandidatePair> among(List<Long> members, List<CandidatePair> pairs) {
        return pairs.stream()
                .filter(pair -> members.contains(pair.low().value())
                        && members.contains(pair.high().value()))
                .toList();
    }

    /** Who are one now, or who are not there any more. */
    private static State ended(List<Long> members, Standing standing) {
        return members.stream().filter(standing.now()::containsKey).count() > 1 ? State.MERGED : State.GONE;
    }
}
