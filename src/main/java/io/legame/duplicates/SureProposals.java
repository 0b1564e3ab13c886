package io.legame.duplicates;

import static io.legame.duplicates.db.Tables.PROPOSAL;

import io.legame.duplicates.Proposal.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The open proposals that a rule may make one: none of their customers contradicts another in a hard fact. */
@Component
class SureProposals {
    /** Where the bands of probability begin; there is none below what is proposed at all. */
    static final List<Double> BANDS = List.of(0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999);

    private final DSLContext database;
    private final ProposalTable proposals;

    SureProposals(DSLContext database, ProposalTable proposals) {
        this.database = database;
        this.proposals = proposals;
    }

    private static Condition from(double probability) {
        return PROPOSAL.STATE
                .eq(State.OPEN.code())
                .and(PROPOSAL.CONTRADICTORY.isFalse())
                .and(PROPOSAL.WEIGHT.ge(Proposal.weight(probability)));
    }

    long count(double probability) {
        return database.fetchCount(PROPOSAL, from(probability));
    }

    /** The one with the next number. */
    Optional<ProposalTable.Row> next(double probability, long after) {
        return database.select(PROPOSAL.ID)
                .from(PROPOSAL)
                .where(from(probability).and(PROPOSAL.ID.gt(after)))
                .orderBy(PROPOSAL.ID)
                .limit(1)
                .fetchOptional(PROPOSAL.ID)
                .flatMap(proposals::find);
    }

    /** Those just above it, the least sure first. */
    List<ProposalTable.Row> above(double probability, int limit) {
        return database
                .select(PROPOSAL.ID)
                .from(PROPOSAL)
                .where(from(probability))
                .orderBy(PROPOSAL.WEIGHT, PROPOSAL.ID)
                .limit(limit)
                .fetch(PROPOSAL.ID)
                .stream()
                .flatMap(id -> proposals.find(id).stream())
                .toList();
    }

    Likelihoods likelihoods() {
        Double[] weights = BANDS.stream().map(Proposal::weight).toArray(Double[]::new);
        Map<Integer, Integer> counts = database.resultQuery("""
                        select greatest(1, width_bucket(weight, ?::double precision[])), count(*)::int
                        from duplicates.proposal where state = 'open' and not contradictory group by 1
                        """, (Object) weights)
                .fetchMap(row -> row.get(0, Integer.class), row -> row.get(1, Integer.class));
        var bands = new ArrayList<Likelihoods.Band>();
        for (int i = 0; i < BANDS.size(); i++) {
            double to = i + 1 < BANDS.size() ? BANDS.get(i + 1) : 1;
            bands.add(new Likelihoods.Band(BANDS.get(i), to, counts.getOrDefault(i + 1, 0)));
        }
        return new Likelihoods(
                bands,
                database.fetchCount(
                        PROPOSAL, PROPOSAL.STATE.eq(State.OPEN.code()).and(DSL.condition(PROPOSAL.CONTRADICTORY))));
    }
}
