package io.legame.segments;

import static io.legame.segments.db.Tables.SEGMENT;
import static io.legame.segments.db.Tables.SIZE_DAY;
import static io.legame.segments.db.Tables.STANDING;

import io.legame.insight.ChangedCustomers.Mark;
import io.legame.platform.BulkCopy;
import io.legame.segments.db.tables.records.StandingRecord;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kept members of segments, in the caller's transaction. */
@Component
class MembershipTable {
    /** Any number of its own: the key of the advisory lock of who writes passages. */
    private static final long WRITING = 0x5E6_3E27L;

    private final DSLContext database;
    private final MemberChunks chunks;

    MembershipTable(DSLContext database, MemberChunks chunks) {
        this.database = database;
        this.chunks = chunks;
    }

    /** Of the segments that are there. */
    Map<SegmentId, MemberCount> counts() {
        return database
                .select(STANDING.asterisk())
                .from(STANDING)
                .join(SEGMENT)
                .on(SEGMENT.ID.eq(STANDING.SEGMENT_ID))
                .where(SEGMENT.DELETED_AT.isNull())
                .fetchInto(STANDING)
                .stream()
                .collect(Collectors.toMap(row -> new SegmentId(row.getSegmentId()), MembershipTable::count));
    }

    Optional<MemberCount> count(SegmentId segment) {
        return database.fetchOptional(STANDING, STANDING.SEGMENT_ID.eq(segment.value()))
                .map(MembershipTable::count);
    }

    private static MemberCount count(StandingRecord row) {
        return new MemberCount(
                row.getDefinition(),
                row.getAsOf(),
                Mark.of(row.getMark()),
                row.getSize(),
                row.getCountedAt().toInstant());
    }

    /**
     * Lets nobody else write until the transaction ends.
     *
     * @param known what is to be brought up to date; null for a segment without members yet
     * @return whether they are still what somebody else has not brought up to date meanwhile
     */
    boolean take(Map<SegmentId, ? extends @Nullable MemberCount> known) {
        lock();
        Map<Long, String> marks = database.select(STANDING.SEGMENT_ID, STANDING.MARK)
                .from(STANDING)
                .where(STANDING.SEGMENT_ID.in(values(known.keySet())))
                .fetchMap(STANDING.SEGMENT_ID, STANDING.MARK);
        return known.entrySet().stream().allMatch(each -> {
            MemberCount count = each.getValue();
            return Objects.equals(
                    marks.get(each.getKey().value()),
                    count == null ? null : count.mark().text());
        });
    }

    /** Lets nobody else write until the transaction ends. */
    void lock() {
        database.execute("select pg_advisory_xact_lock(?)", WRITING);
    }

    /** @param cause null for the first members of a segment, who did not come */
    void change(SegmentId segment, MemberDelta delta, Instant at, @Nullable Cause cause) {
        chunks.change(segment, delta);
        if (cause != null) {
            BulkCopy.into(database, "segments.passage (segment_id, customer_id, entered, at, cause)", copy -> {
                passages(copy, segment, delta.gone(), false, at, cause);
                passages(copy, segment, delta.entered(), true, at, cause);
            });
        }
    }

    private static void passages(
            BulkCopy copy, SegmentId segment, CustomerIds customers, boolean entered, Instant at, Cause cause)
            throws SQLException {
        for (int i = 0; i < customers.size(); i++) {
            long customer = customers.get(i);
            copy.value(segment.value())
                    .value(customer)
                    .value(entered)
                    .time(at)
                    .value(cause.code())
                    .endRow();
        }
    }

    void stand(SegmentId segment, MemberCount count) {
        var row = database.newRecord(STANDING);
        row.setSegmentId(segment.value());
        row.setDefinition(count.definition());
        row.setAsOf(count.asOf());
        row.setMark(count.mark().text());
        row.setSize(count.size());
        row.setCountedAt(count.countedAt().atOffset(ZoneOffset.UTC));
        database.insertInto(STANDING)
                .set(row)
                .onConflict(STANDING.SEGMENT_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    /** All of them were looked at; whose members changed is told besides, with {@link #stand}. */
    void moveOn(Collection<SegmentId> segments, Mark mark, Instant at) {
        database.update(STANDING)
                .set(STANDING.MARK, mark.text())
                .set(STANDING.COUNTED_AT, at.atOffset(ZoneOffset.UTC))
                .where(STANDING.SEGMENT_ID.in(values(segments)))
                .execute();
    }

    void shrink(SegmentId segment, int by) {
        database.update(STANDING)
                .set(STANDING.SIZE, STANDING.SIZE.minus(by))
                .where(STANDING.SEGMENT_ID.eq(segment.value()))
                .execute();
    }

    void note(SegmentId segment, LocalDate day, long size, MemberDelta delta) {
        database.insertInto(SIZE_DAY)
                .set(SIZE_DAY.SEGMENT_ID, segment.value())
                .set(SIZE_DAY.DAY, day)
                .set(SIZE_DAY.SIZE, size)
                .set(SIZE_DAY.ENTERED, (long) delta.entered().size())
                .set(SIZE_DAY.GONE, (long) delta.gone().size())
                .onConflict(SIZE_DAY.SEGMENT_ID, SIZE_DAY.DAY)
                .doUpdate()
                .set(SIZE_DAY.SIZE, size)
                .set(SIZE_DAY.ENTERED, SIZE_DAY.ENTERED.plus((long)
                        delta.entered().size()))
                .set(SIZE_DAY.GONE, SIZE_DAY.GONE.plus((long) delta.gone().size()))
                .execute();
    }

    private static List<Long> values(Collection<SegmentId> segments) {
        return segments.stream().map(SegmentId::value).toList();
    }
}
