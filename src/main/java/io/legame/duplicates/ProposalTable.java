package io.legame.duplicates;

import static io.legame.duplicates.db.Tables.MERGED_GROUP;
import static io.legame.duplicates.db.Tables.PROPOSAL;

import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import io.legame.duplicates.Proposal.State;
import io.legame.duplicates.db.tables.records.ProposalRecord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows that proposals are kept in. */
@Component
class ProposalTable {
    private final DSLContext database;

    ProposalTable(DSLContext database) {
        this.database = database;
    }

    /**
     * A proposal as it is kept.
     *
     * @param group the proposal as the scan found it: this one, or the one that it is a part of
     * @param members by the numbers that they had then
     */
    record Row(long id, long group, State state, List<Long> members, double weight, boolean contradictory) {
        boolean isPart() {
            return id != group;
        }
    }

    /** What the pairs of a group say of it. */
    record Measure(double weight, boolean contradictory) {
        static Measure of(Collection<CandidatePair> pairs) {
            return new Measure(
                    pairs.stream().mapToDouble(CandidatePair::weight).min().orElse(0),
                    pairs.stream().anyMatch(CandidatePair::contradictory));
        }
    }

    Optional<Row> find(long id) {
        return fetch(PROPOSAL.ID.eq(id), 1).stream().findFirst();
    }

    List<Row> parts(long group) {
        return fetch(PROPOSAL.PART_OF.eq(group), Integer.MAX_VALUE);
    }

    /** Open ones, the surest first. */
    List<Row> open(@Nullable Proposal after, int limit) {
        Condition page = after == null
                ? DSL.noCondition()
                : PROPOSAL.WEIGHT
                        .le(after.weight())
                        .and(PROPOSAL.WEIGHT
                                .lt(after.weight())
                                .or(PROPOSAL.ID.gt(after.id().value())));
        return fetch(PROPOSAL.STATE.eq(State.OPEN.code()).and(page), limit);
    }

    /** Open ones that any of the customers is in, by the numbers that they had then. */
    List<Row> openWith(Collection<CustomerId> customers) {
        return fetch(PROPOSAL.STATE.eq(State.OPEN.code()).and(overlapping(customers)), Integer.MAX_VALUE);
    }

    private static Condition overlapping(Collection<CustomerId> customers) {
        return DSL.arrayOverlap(
                PROPOSAL.MEMBERS, customers.stream().map(CustomerId::value).toArray(Long[]::new));
    }

    private List<Row> fetch(Condition condition, int limit) {
        return database.selectFrom(PROPOSAL)
                .where(condition)
                .orderBy(PROPOSAL.WEIGHT.desc(), PROPOSAL.ID)
                .limit(limit)
                .fetch(ProposalTable::row);
    }

    private static Row row(ProposalRecord row) {
        return new Row(
                row.getId(),
                Objects.requireNonNullElse(row.getPartOf(), row.getId()),
                State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                List.of(row.getMembers()),
                row.getWeight(),
                row.getContradictory());
    }

    /** The groups that any of the customers is in. */
    List<Long> groups(Collection<CustomerId> customers) {
        var group = DSL.coalesce(PROPOSAL.PART_OF, PROPOSAL.ID);
        return database.selectDistinct(group)
                .from(PROPOSAL)
                .where(overlapping(customers))
                .orderBy(group)
                .fetch(group);
    }

    Map<State, Integer> counts() {
        return database.select(PROPOSAL.STATE, DSL.count())
                .from(PROPOSAL)
                .groupBy(PROPOSAL.STATE)
                .fetchMap(row -> State.valueOf(row.value1().toUpperCase(Locale.ROOT)), row -> row.value2());
    }

    void update(long id, State state) {
        database.update(PROPOSAL)
                .set(PROPOSAL.STATE, state.code())
                .where(PROPOSAL.ID.eq(id))
                .execute();
    }

    void open(long id, Measure measure) {
        database.update(PROPOSAL)
                .set(PROPOSAL.STATE, State.OPEN.code())
                .set(PROPOSAL.WEIGHT, measure.weight())
                .set(PROPOSAL.CONTRADICTORY, measure.contradictory())
                .where(PROPOSAL.ID.eq(id))
                .execute();
    }

    void insertPart(long group, List<Long> members, Measure measure) {
        database.insertInto(PROPOSAL)
                .set(PROPOSAL.PART_OF, group)
                .set(PROPOSAL.MEMBERS, members.toArray(Long[]::new))
                .set(PROPOSAL.WEIGHT, measure.weight())
                .set(PROPOSAL.CONTRADICTORY, measure.contradictory())
                .execute();
    }

    void remove(Collection<Long> ids) {
        database.deleteFrom(PROPOSAL).where(PROPOSAL.ID.in(ids)).execute();
    }

    void noteMerge(MergeId merge, Collection<Long> groups) {
        groups.forEach(group -> database.insertInto(MERGED_GROUP)
                .set(MERGED_GROUP.MERGE_ID, merge.value())
                .set(MERGED_GROUP.PROPOSAL_ID, group)
                .execute());
    }

    /** The groups that the merge changed; they are forgotten. */
    List<Long> takeNoted(MergeId merge) {
        return database.deleteFrom(MERGED_GROUP)
                .where(MERGED_GROUP.MERGE_ID.eq(merge.value()))
                .returningResult(MERGED_GROUP.PROPOSAL_ID)
                .fetch(MERGED_GROUP.PROPOSAL_ID);
    }
}
