package io.legame.segments;

import static io.legame.segments.db.Tables.PASSAGE;
import static io.legame.segments.db.Tables.SEGMENT;
import static org.jooq.impl.DSL.noCondition;

import io.legame.customers.CustomerId;
import io.legame.segments.db.tables.records.PassageRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who came to the saved segments and who went, since each of them is there. */
@Component
@Transactional(readOnly = true)
public class Passages {
    /** Older ones tell nobody anything any more. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final DSLContext database;
    private final InstantSource clock;

    Passages(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * In the order in which they became known, for whoever acts on them: reading on from the last one misses none.
     *
     * @param id of the last one that is known already; 0 for all from the beginning
     * @param segment whose passages; null for those of all segments that whoever asks may see
     */
    public List<Passage> after(long id, @Nullable SegmentId segment, int limit) {
        return database.select(PASSAGE.asterisk())
                .from(PASSAGE)
                .join(SEGMENT)
                .on(SEGMENT.ID.eq(PASSAGE.SEGMENT_ID))
                .where(PASSAGE.ID.gt(id))
                .and(segment == null ? noCondition() : PASSAGE.SEGMENT_ID.eq(segment.value()))
                .and(SEGMENT.DELETED_AT.isNull())
                .and(SegmentRights.visible())
                .orderBy(PASSAGE.ID)
                .limit(limit)
                .fetchInto(PASSAGE)
                .map(Passages::passage);
    }

    /** The newest first. */
    public List<Passage> latest(SegmentId segment, int limit) {
        return database.selectFrom(PASSAGE)
                .where(PASSAGE.SEGMENT_ID.eq(segment.value()))
                .orderBy(PASSAGE.ID.desc())
                .limit(limit)
                .fetch(Passages::passage);
    }

    /**
     * Those of a customer, with the names of the segments, in the order of time.
     *
     * @param after only what is later; null for all from the beginning
     * @param until only what is not later; null for all to the end
     */
    public Map<Passage, String> of(CustomerId customer, @Nullable Instant after, @Nullable Instant until) {
        var named = new LinkedHashMap<Passage, String>();
        database.select(PASSAGE.asterisk(), SEGMENT.NAME)
                .from(PASSAGE)
                .join(SEGMENT)
                .on(SEGMENT.ID.eq(PASSAGE.SEGMENT_ID))
                .where(PASSAGE.CUSTOMER_ID.eq(customer.value()))
                .and(SEGMENT.DELETED_AT.isNull())
                .and(SegmentRights.visible())
                .and(later(after))
                .and(until == null ? noCondition() : PASSAGE.AT.le(until.atOffset(ZoneOffset.UTC)))
                .orderBy(PASSAGE.ID)
                .fetch()
                .forEach(row -> named.put(passage(row.into(PASSAGE)), row.get(SEGMENT.NAME)));
        return named;
    }

    private static Condition later(@Nullable Instant after) {
        return after == null ? noCondition() : PASSAGE.AT.gt(after.atOffset(ZoneOffset.UTC));
    }

    private static Passage passage(PassageRecord row) {
        return new Passage(
                row.getId(),
                new SegmentId(row.getSegmentId()),
                new CustomerId(row.getCustomerId()),
                row.getEntered(),
                row.getAt().toInstant(),
                Cause.of(row.getCause()));
    }

    @Transactional
    void forget(Collection<CustomerId> customers) {
        database.deleteFrom(PASSAGE)
                .where(PASSAGE.CUSTOMER_ID.eq(
                        DSL.any(customers.stream().map(CustomerId::value).toArray(Long[]::new))))
                .execute();
    }

    @Transactional
    void forgetOld() {
        database.deleteFrom(PASSAGE)
                .where(PASSAGE.AT.lt(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
