package io.legame.duplicates;

import static io.legame.duplicates.db.Tables.DIFFERENT;

import io.legame.customers.CustomerId;
import io.legame.matching.Clusters.Apart;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows that say who is not the same. */
@Component
class DifferentTable {
    private final DSLContext database;
    private final InstantSource clock;

    DifferentTable(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    static Apart two(long one, long other) {
        return new Apart(Math.min(one, other), Math.max(one, other));
    }

    void say(Set<Apart> pairs, String who) {
        pairs.forEach(pair -> database.insertInto(DIFFERENT)
                .set(DIFFERENT.LOW_ID, pair.first())
                .set(DIFFERENT.HIGH_ID, pair.second())
                .set(DIFFERENT.SAID_BY, who)
                .set(DIFFERENT.SAID_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute());
    }

    /** What was said of any two of them is forgotten. */
    int unsay(Collection<Long> customers) {
        return database.deleteFrom(DIFFERENT).where(among(customers)).execute();
    }

    List<Apart> all() {
        return fetch(DSL.noCondition());
    }

    /** Those of which both are among the customers. */
    List<Apart> of(Collection<Long> customers) {
        return fetch(among(customers));
    }

    private static Condition among(Collection<Long> customers) {
        Long[] ids = customers.toArray(Long[]::new);
        return DIFFERENT.LOW_ID.eq(DSL.any(ids)).and(DIFFERENT.HIGH_ID.eq(DSL.any(ids)));
    }

    private List<Apart> fetch(Condition condition) {
        return database.select(DIFFERENT.LOW_ID, DIFFERENT.HIGH_ID)
                .from(DIFFERENT)
                .where(condition)
                .fetch(row -> new Apart(row.value1(), row.value2()));
    }

    /** What was said last comes first. */
    List<Different> list(@Nullable Different after, int limit) {
        Condition page = after == null
                ? DSL.noCondition()
                : DIFFERENT
                        .SAID_AT
                        .lt(after.saidAt().atOffset(ZoneOffset.UTC))
                        .or(DIFFERENT
                                .SAID_AT
                                .eq(after.saidAt().atOffset(ZoneOffset.UTC))
                                .and(DSL.row(DIFFERENT.LOW_ID, DIFFERENT.HIGH_ID)
                                        .gt(after.low().value(), after.high().value())));
        return database.selectFrom(DIFFERENT)
                .where(page)
                .orderBy(DIFFERENT.SAID_AT.desc(), DIFFERENT.LOW_ID, DIFFERENT.HIGH_ID)
                .limit(limit)
                .fetch(row -> new Different(
                        new CustomerId(row.getLowId()),
                        new CustomerId(row.getHighId()),
                        row.getSaidBy(),
                        row.getSaidAt().toInstant()));
    }

    int count() {
        return database.fetchCount(DIFFERENT);
    }
}
