package io.legame.duplicates;

import static io.legame.duplicates.db.Tables.PAIR;

import io.legame.customers.CustomerId;
import io.legame.matching.Explanation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows that pairs are kept in, each with why. */
@Component
class PairTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;

    PairTable(DSLContext database) {
        this.database = database;
    }

    static String json(Explanation explanation) {
        return JSON.writeValueAsString(explanation);
    }

    List<CandidatePair> of(long group) {
        return of(List.of(group)).getOrDefault(group, List.of());
    }

    /** By group, the surest first. */
    Map<Long, List<CandidatePair>> of(Collection<Long> groups) {
        return database.selectFrom(PAIR)
                .where(PAIR.PROPOSAL_ID.in(groups))
                .orderBy(PAIR.WEIGHT.desc(), PAIR.LOW_ID, PAIR.HIGH_ID)
                .fetchGroups(
                        PAIR.PROPOSAL_ID,
                        row -> new CandidatePair(
                                new CustomerId(row.getLowId()),
                                new CustomerId(row.getHighId()),
                                JSON.readValue(row.getExplanation().data(), Explanation.class)));
    }
}
