package io.legame.customers;

import static io.legame.customers.db.Tables.CORRECTION;

import io.legame.access.ChangeSetId;
import io.legame.customers.Correction.Outcome;
import io.legame.customers.db.tables.records.CorrectionRecord;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows that corrections are kept in. */
@Component
class CorrectionTable {
    private final DSLContext database;
    private final InstantSource clock;

    CorrectionTable(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    CorrectionId insert(CorrectionTarget target, long expected, long until, ChangeSetId changes, String who) {
        var row = database.newRecord(CORRECTION);
        switch (target) {
            case CorrectionTarget.Proposals proposals -> {
                row.setField(CustomerState.name(proposals.field()));
                row.setFromValue(proposals.from());
                row.setToValue(proposals.to());
            }
            case CorrectionTarget.Rule rule -> row.setRule(rule.rule().code());
        }
        row.setExpected(expected);
        row.setUntil(until);
        row.setChangeSetId(changes.value());
        row.setCreatedBy(who);
        row.setCreatedAt(now());
        row.store();
        return new CorrectionId(row.getId());
    }

    Optional<Correction> find(CorrectionId id) {
        return database.selectFrom(CORRECTION)
                .where(CORRECTION.ID.eq(id.value()))
                .fetchOptional(CorrectionTable::read);
    }

    /** Newest first. */
    List<Correction> list(@Nullable CorrectionId after, int limit) {
        Condition page = after == null ? DSL.noCondition() : CORRECTION.ID.lt(after.value());
        return database.selectFrom(CORRECTION)
                .where(page)
                .orderBy(CORRECTION.ID.desc())
                .limit(limit)
                .fetch(CorrectionTable::read);
    }

    List<Correction> running() {
        return database.selectFrom(CORRECTION)
                .where(CORRECTION.STATE.in("running", "undoing"))
                .fetch(CorrectionTable::read);
    }

    /** Moves on to the next state; false when it was in none of those. */
    boolean move(CorrectionId id, CorrectionState to, CorrectionState... from) {
        return database.update(CORRECTION)
                        .set(CORRECTION.STATE, to.code())
                        .set(CORRECTION.FINISHED_AT, to.running() ? null : now())
                        .setNull(CORRECTION.FAILURE)
                        .where(
                                CORRECTION.ID.eq(id.value()),
                                CORRECTION.STATE.in(Arrays.stream(from)
                                        .map(CorrectionState::code)
                                        .toList()))
                        .execute()
                == 1;
    }

    void fail(CorrectionId id, String reference) {
        database.update(CORRECTION)
                .set(CORRECTION.STATE, CorrectionState.FAILED.code())
                .set(CORRECTION.FINISHED_AT, now())
                .set(CORRECTION.FAILURE, reference)
                .where(CORRECTION.ID.eq(id.value()))
                .execute();
    }

    /** Moves the position on with what the stretch made; false unless the correction is where we think. */
    boolean advance(Correction from, long to, Outcome outcome) {
        return database.update(CORRECTION)
                        .set(CORRECTION.POSITION, to)
                        .set(CORRECTION.CORRECTED, CORRECTION.CORRECTED.plus(outcome.corrected()))
                        .set(CORRECTION.OF_ANOTHER, CORRECTION.OF_ANOTHER.plus(outcome.ofAnother()))
                        .set(CORRECTION.NEEDED, CORRECTION.NEEDED.plus(outcome.needed()))
                        .where(
                                CORRECTION.ID.eq(from.id().value()),
                                CORRECTION.STATE.eq(CorrectionState.RUNNING.code()),
                                CORRECTION.POSITION.eq(from.position()))
                        .execute()
                == 1;
    }

    /** False when it cannot be taken back any more. */
    boolean beginUndo(CorrectionId id, ChangeSetId changes) {
        return database.update(CORRECTION)
                        .set(CORRECTION.STATE, CorrectionState.UNDOING.code())
                        .set(CORRECTION.UNDO_CHANGE_SET_ID, changes.value())
                        .setNull(CORRECTION.FINISHED_AT)
                        .setNull(CORRECTION.FAILURE)
                        .where(
                                CORRECTION.ID.eq(id.value()),
                                CORRECTION.STATE.in("done", "stopped", "failed"),
                                CORRECTION.UNDO_CHANGE_SET_ID.isNull())
                        .execute()
                == 1;
    }

    /** The same as {@link #advance} for the taking back. */
    boolean advanceUndo(Correction from, long to, long undone, long kept) {
        return database.update(CORRECTION)
                        .set(CORRECTION.UNDO_POSITION, to)
                        .set(CORRECTION.UNDONE, CORRECTION.UNDONE.plus(undone))
                        .set(CORRECTION.KEPT, CORRECTION.KEPT.plus(kept))
                        .where(
                                CORRECTION.ID.eq(from.id().value()),
                                CORRECTION.STATE.eq(CorrectionState.UNDOING.code()),
                                CORRECTION.UNDO_POSITION.eq(
                                        Objects.requireNonNull(from.undo()).position()))
                        .execute()
                == 1;
    }

    private static Correction read(CorrectionRecord row) {
        return new Correction(
                new CorrectionId(row.getId()),
                target(row),
                CorrectionState.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getExpected(),
                row.getUntil(),
                new ChangeSetId(row.getChangeSetId()),
                row.getCreatedBy(),
                row.getCreatedAt().toInstant(),
                row.getFinishedAt() == null ? null : row.getFinishedAt().toInstant(),
                row.getPosition(),
                new Outcome(row.getCorrected(), row.getOfAnother(), row.getNeeded()),
                row.getUndoChangeSetId() == null
                        ? null
                        : new Correction.Undo(
                                new ChangeSetId(row.getUndoChangeSetId()),
                                row.getUndoPosition(),
                                row.getUndone(),
                                row.getKept()),
                row.getFailure());
    }

    private static CorrectionTarget target(CorrectionRecord row) {
        return row.getRule() == null
                ? new CorrectionTarget.Proposals(
                        CustomerField.valueOf(row.getField().toUpperCase(Locale.ROOT)),
                        row.getFromValue(),
                        row.getToValue())
                : new CorrectionTarget.Rule(UniformityRule.valueOf(row.getRule().toUpperCase(Locale.ROOT)));
    }
}
