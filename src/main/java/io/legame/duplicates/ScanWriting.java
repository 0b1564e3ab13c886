package io.legame.duplicates;

import static io.legame.duplicates.db.Tables.PROPOSAL;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.matching.Clusters.Apart;
import io.legame.matching.Explanation;
import io.legame.matching.Model;
import io.legame.matching.Pair;
import io.legame.platform.BulkCopy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what a scan found in the place of what the one before found, in one transaction. */
@Component
class ScanWriting {
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Customers customers;
    private final ScanTable scans;
    private final KnowledgeTable knowledge;
    private final DifferentTable different;
    private final Settlement settlement;

    ScanWriting(
            DSLContext database,
            TransactionTemplate transaction,
            Customers customers,
            ScanTable scans,
            KnowledgeTable knowledge,
            DifferentTable different,
            Settlement settlement) {
        this.database = database;
        this.transaction = transaction;
        this.customers = customers;
        this.scans = scans;
        this.knowledge = knowledge;
        this.different = different;
        this.settlement = settlement;
    }

    /** A group that is found again keeps its number. */
    private record Group(long id, List<Long> members) {}

    void nothing(ScanId id) {
        transaction.executeWithoutResult(status -> {
            settlement.lock();
            database.deleteFrom(PROPOSAL).execute();
            if (!scans.finish(id, 0, 0)) {
                status.setRollbackOnly();
            }
        });
    }

    void write(ScanId id, Model model, Collection<Pair> pairs) {
        transaction.executeWithoutResult(status -> {
            // who is merged from here on until the end finds the new proposals
            customers.hold();
            settlement.lock();
            List<Group> groups = numbered(Same.groups(pairs, different()));
            database.deleteFrom(PROPOSAL).execute();
            long written = write(groups, model);
            knowledge.write(model.knowledge());
            settlement.settle(changedSince(groups), Map.of());
            if (!scans.finish(id, written, groups.size())) {
                status.setRollbackOnly();
            }
        });
    }

    /** By who customers are by now. */
    private List<Apart> different() {
        List<Apart> said = different.all();
        return said.isEmpty()
                ? said
                : Standing.of(
                                customers,
                                said.stream()
                                        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                                        .toList())
                        .apart(said);
    }

    private List<Group> numbered(List<List<Long>> found) {
        Map<List<Long>, Long> before = database.select(PROPOSAL.MEMBERS, PROPOSAL.ID)
                .from(PROPOSAL)
                .where(PROPOSAL.PART_OF.isNull())
                .fetchMap(row -> Arrays.asList(row.value1()), row -> row.value2());
        Iterator<Long> fresh = database.resultQuery(
                        "select nextval(pg_get_serial_sequence('duplicates.proposal', 'id')) from generate_series(1, ?)",
                        (int) found.stream()
                                .filter(members -> !before.containsKey(members))
                                .count())
                .fetch(0, Long.class)
                .iterator();
        return found.stream()
                .map(members -> new Group(Objects.requireNonNullElseGet(before.get(members), fresh::next), members))
                .toList();
    }

    /** The pairs first: what a group says of itself comes from them. */
    private long write(List<Group> groups, Model model) {
        var measures = new ArrayList<ProposalTable.Measure>();
        long written = BulkCopy.into(
                database, "duplicates.pair (proposal_id, low_id, high_id, probability, weight, explanation)", copy -> {
                    for (Group group : groups) {
                        var pairs = new ArrayList<CandidatePair>();
                        for (CandidatePair pair : pairs(group.members(), model)) {
                            copy.value(group.id())
                                    .value(pair.low().value())
                                    .value(pair.high().value())
                                    .value(pair.probability())
                                    .value(pair.weight())
                                    .value(PairTable.json(pair.explanation()));
                            copy.endRow();
                            pairs.add(pair);
                        }
                        measures.add(ProposalTable.Measure.of(pairs));
                    }
                });
        BulkCopy.into(database, "duplicates.proposal (id, members, weight, contradictory)", copy -> {
            for (int i = 0; i < groups.size(); i++) {
                copy.value(groups.get(i).id())
                        .value(groups.get(i).members().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(",", "{", "}")))
                        .value(measures.get(i).weight())
                        .value(measures.get(i).contradictory());
                copy.endRow();
            }
        });
        return written;
    }

    /** Every two of the members, by ascending numbers. */
    private static List<CandidatePair> pairs(List<Long> members, Model model) {
        var pairs = new ArrayList<CandidatePair>();
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                Explanation why = CandidatePair.known(model.explain(members.get(i), members.get(j)));
                pairs.add(new CandidatePair(new CustomerId(members.get(i)), new CustomerId(members.get(j)), why));
            }
        }
        return pairs;
    }

    /** The groups with customers who became part of others, or were deleted, since they were read. */
    private List<Long> changedSince(List<Group> groups) {
        Standing standing = Standing.of(
                customers,
                groups.stream().flatMap(group -> group.members().stream()).toList());
        return groups.stream()
                .filter(group -> !standing.of(group.members()).equals(group.members()))
                .map(Group::id)
                .toList();
    }
}
