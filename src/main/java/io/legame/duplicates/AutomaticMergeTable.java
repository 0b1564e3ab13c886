package io.legame.duplicates;

import static io.legame.duplicates.db.Tables.AUTOMATIC_MERGE;
import static io.legame.duplicates.db.Tables.AUTOMATIC_MERGE_NOTE;

import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import io.legame.duplicates.AutomaticMerge.State;
import io.legame.duplicates.db.tables.records.AutomaticMergeRecord;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The rows that automatic merges are kept in, with a note of each merge. */
@Component
class AutomaticMergeTable {
    /** What became of a merge when it was to be taken back. */
    enum Back {
        UNDONE,
        PARTLY,
        STAYS;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final DSLContext database;
    private final InstantSource clock;

    AutomaticMergeTable(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The new one, or none while another runs. */
    Optional<AutomaticMerge> insert(double threshold, long expected, String who) {
        return database.insertInto(AUTOMATIC_MERGE)
                .set(AUTOMATIC_MERGE.THRESHOLD, threshold)
                .set(AUTOMATIC_MERGE.EXPECTED, expected)
                .set(AUTOMATIC_MERGE.BEGUN_BY, who)
                .set(AUTOMATIC_MERGE.BEGAN_AT, now())
                .onConflictDoNothing()
                .returning()
                .fetchOptional(AutomaticMergeTable::read);
    }

    Optional<AutomaticMerge> find(AutomaticMergeId id) {
        return database.selectFrom(AUTOMATIC_MERGE)
                .where(AUTOMATIC_MERGE.ID.eq(id.value()))
                .fetchOptional(AutomaticMergeTable::read);
    }

    Optional<AutomaticMerge> running() {
        return database.selectFrom(AUTOMATIC_MERGE)
                .where(AUTOMATIC_MERGE.STATE.in(State.RUNNING.code(), State.UNDOING.code()))
                .fetchOptional(AutomaticMergeTable::read);
    }

    /** Newest first. */
    List<AutomaticMerge> list(int limit) {
        return database.selectFrom(AUTOMATIC_MERGE)
                .orderBy(AUTOMATIC_MERGE.ID.desc())
                .limit(limit)
                .fetch(AutomaticMergeTable::read);
    }

    /** Moves on to the next state; false when it was in none of those. */
    boolean move(AutomaticMergeId id, State to, State... from) {
        return database.update(AUTOMATIC_MERGE)
                        .set(AUTOMATIC_MERGE.STATE, to.code())
                        .set(AUTOMATIC_MERGE.ENDED_AT, to.running() ? null : now())
                        .setNull(AUTOMATIC_MERGE.FAILURE)
                        .where(
                                AUTOMATIC_MERGE.ID.eq(id.value()),
                                AUTOMATIC_MERGE.STATE.in(
                                        Arrays.stream(from).map(State::code).toList()))
                        .execute()
                == 1;
    }

    void fail(AutomaticMergeId id, String reference) {
        database.update(AUTOMATIC_MERGE)
                .set(AUTOMATIC_MERGE.STATE, State.FAILED.code())
                .set(AUTOMATIC_MERGE.ENDED_AT, now())
                .set(AUTOMATIC_MERGE.FAILURE, reference)
                .where(AUTOMATIC_MERGE.ID.eq(id.value()))
                .execute();
    }

    /** Moves on behind a proposal that became one; false unless the position is where we think. */
    boolean merged(AutomaticMerge from, long proposal, MergeId merge, CustomerId survivor, long customers) {
        database.insertInto(AUTOMATIC_MERGE_NOTE)
                .set(AUTOMATIC_MERGE_NOTE.MERGE_ID, merge.value())
                .set(AUTOMATIC_MERGE_NOTE.AUTOMATIC_MERGE_ID, from.id().value())
                .set(AUTOMATIC_MERGE_NOTE.SURVIVOR_ID, survivor.value())
                .execute();
        return database.update(AUTOMATIC_MERGE)
                        .set(AUTOMATIC_MERGE.POSITION, proposal)
                        .set(AUTOMATIC_MERGE.MERGED, AUTOMATIC_MERGE.MERGED.plus(1))
                        .set(AUTOMATIC_MERGE.CUSTOMERS, AUTOMATIC_MERGE.CUSTOMERS.plus(customers))
                        .where(isAt(from))
                        .execute()
                == 1;
    }

    /** The same behind one that is left to people. */
    boolean left(AutomaticMerge from, long proposal) {
        return database.update(AUTOMATIC_MERGE)
                        .set(AUTOMATIC_MERGE.POSITION, proposal)
                        .set(AUTOMATIC_MERGE.CHANGED, AUTOMATIC_MERGE.CHANGED.plus(1))
                        .where(isAt(from))
                        .execute()
                == 1;
    }

    private static Condition isAt(AutomaticMerge from) {
        return AUTOMATIC_MERGE
                .ID
                .eq(from.id().value())
                .and(AUTOMATIC_MERGE.STATE.eq(State.RUNNING.code()))
                .and(AUTOMATIC_MERGE.POSITION.eq(from.position()));
    }

    /** The newest merge that is to be taken back yet. */
    Optional<MergeId> newest(AutomaticMergeId id) {
        return database.select(AUTOMATIC_MERGE_NOTE.MERGE_ID)
                .from(AUTOMATIC_MERGE_NOTE)
                .where(AUTOMATIC_MERGE_NOTE.AUTOMATIC_MERGE_ID.eq(id.value()), AUTOMATIC_MERGE_NOTE.OUTCOME.isNull())
                .orderBy(AUTOMATIC_MERGE_NOTE.MERGE_ID.desc())
                .limit(1)
                .fetchOptional(row -> new MergeId(row.value1()));
    }

    /** False unless the merge is to be taken back yet. */
    boolean back(AutomaticMergeId id, MergeId merge, Back outcome) {
        boolean ours = database.update(AUTOMATIC_MERGE_NOTE)
                        .set(AUTOMATIC_MERGE_NOTE.OUTCOME, outcome.code())
                        .where(AUTOMATIC_MERGE_NOTE.MERGE_ID.eq(merge.value()), AUTOMATIC_MERGE_NOTE.OUTCOME.isNull())
                        .execute()
                == 1;
        return ours
                && database.update(AUTOMATIC_MERGE)
                                .set(AUTOMATIC_MERGE.UNDONE, AUTOMATIC_MERGE.UNDONE.plus(one(outcome != Back.STAYS)))
                                .set(AUTOMATIC_MERGE.PARTLY, AUTOMATIC_MERGE.PARTLY.plus(one(outcome == Back.PARTLY)))
                                .set(AUTOMATIC_MERGE.STAYS, AUTOMATIC_MERGE.STAYS.plus(one(outcome == Back.STAYS)))
                                .where(
                                        AUTOMATIC_MERGE.ID.eq(id.value()),
                                        AUTOMATIC_MERGE.STATE.eq(State.UNDOING.code()))
                                .execute()
                        == 1;
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }

    List<AutomaticMerge.Kept> kept(AutomaticMergeId id, int limit) {
        return database.select(AUTOMATIC_MERGE_NOTE.SURVIVOR_ID, AUTOMATIC_MERGE_NOTE.OUTCOME)
                .from(AUTOMATIC_MERGE_NOTE)
                .where(
                        AUTOMATIC_MERGE_NOTE.AUTOMATIC_MERGE_ID.eq(id.value()),
                        AUTOMATIC_MERGE_NOTE.OUTCOME.in(Back.PARTLY.code(), Back.STAYS.code()))
                .orderBy(AUTOMATIC_MERGE_NOTE.MERGE_ID.desc())
                .limit(limit)
                .fetch(row -> new AutomaticMerge.Kept(
                        new CustomerId(row.value1()), row.value2().equals(Back.STAYS.code())));
    }

    private static AutomaticMerge read(AutomaticMergeRecord row) {
        return new AutomaticMerge(
                new AutomaticMergeId(row.getId()),
                State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getThreshold(),
                row.getExpected(),
                row.getBegunBy(),
                row.getBeganAt().toInstant(),
                row.getEndedAt() == null ? null : row.getEndedAt().toInstant(),
                row.getPosition(),
                new AutomaticMerge.Outcome(row.getMerged(), row.getCustomers(), row.getChanged()),
                new AutomaticMerge.Undo(row.getUndone(), row.getPartly(), row.getStays()),
                row.getFailure());
    }
}
