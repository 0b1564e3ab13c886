package io.legame.customers;

import static io.legame.customers.db.Tables.BULK_ACTION;
import static io.legame.customers.db.Tables.BULK_STRETCH;

import io.legame.access.Actor;
import io.legame.access.ChangeSetId;
import io.legame.access.UnitId;
import io.legame.customers.BulkAction.Outcome;
import io.legame.customers.BulkAction.State;
import io.legame.customers.db.tables.records.BulkActionRecord;
import java.time.Instant;
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
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows that bulk actions are kept in. */
@Component
class BulkActionTable {
    /** All but who was picked, which may be a megabyte. */
    private static final List<Field<?>> LIGHT = Arrays.stream(BULK_ACTION.fields())
            .filter(field -> !field.equals(BULK_ACTION.PICKED))
            .toList();

    private final DSLContext database;
    private final InstantSource clock;

    BulkActionTable(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    BulkActionId insert(CustomerSet picked) {
        Actor actor = Actor.current();
        return new BulkActionId(database.insertInto(BULK_ACTION)
                .set(BULK_ACTION.PICKED, picked.bytes())
                .set(BULK_ACTION.TOTAL, picked.size())
                .set(BULK_ACTION.CREATED_BY, actor.name())
                .set(BULK_ACTION.ACTOR_KIND, kind(actor))
                .set(BULK_ACTION.ACTOR_ID, actor.id())
                .set(BULK_ACTION.CREATED_AT, now())
                .returningResult(BULK_ACTION.ID)
                .fetchSingle(BULK_ACTION.ID));
    }

    private static String kind(Actor actor) {
        return actor.kind().name().toLowerCase(Locale.ROOT);
    }

    Optional<BulkAction> find(BulkActionId id) {
        return database.select(LIGHT)
                .from(BULK_ACTION)
                .where(BULK_ACTION.ID.eq(id.value()))
                .fetchOptionalInto(BULK_ACTION)
                .map(BulkActionTable::read);
    }

    CustomerSet picked(BulkActionId id) {
        return CustomerSet.of(database.select(BULK_ACTION.PICKED)
                .from(BULK_ACTION)
                .where(BULK_ACTION.ID.eq(id.value()))
                .fetchSingle(BULK_ACTION.PICKED));
    }

    /**
     * Those that were begun, newest first.
     *
     * @param own whether only those of whoever asks
     */
    List<BulkAction> list(boolean own, @Nullable BulkActionId after, int limit) {
        Actor actor = Actor.current();
        Condition mine = own
                ? BULK_ACTION.ACTOR_KIND.eq(kind(actor)).and(BULK_ACTION.ACTOR_ID.eq(actor.id()))
                : DSL.noCondition();
        Condition page = after == null ? mine : mine.and(BULK_ACTION.ID.lt(after.value()));
        return database.select(LIGHT)
                .from(BULK_ACTION)
                .where(page, BULK_ACTION.STATE.ne(State.PICKED.code()))
                .orderBy(BULK_ACTION.ID.desc())
                .limit(limit)
                .fetchInto(BULK_ACTION)
                .map(BulkActionTable::read);
    }

    List<BulkAction> running() {
        return database.select(LIGHT)
                .from(BULK_ACTION)
                .where(BULK_ACTION.STATE.in(State.RUNNING.code(), State.UNDOING.code()))
                .fetchInto(BULK_ACTION)
                .map(BulkActionTable::read);
    }

    /** Fewer are meant than were picked. */
    void narrow(BulkActionId id, CustomerSet picked) {
        database.update(BULK_ACTION)
                .set(BULK_ACTION.PICKED, picked.bytes())
                .set(BULK_ACTION.TOTAL, picked.size())
                .where(BULK_ACTION.ID.eq(id.value()), BULK_ACTION.STATE.eq(State.PICKED.code()))
                .execute();
    }

    /** False when it was begun already. */
    boolean begin(BulkActionId id, BulkChange change, ChangeSetId changes) {
        var row = database.newRecord(BULK_ACTION);
        row.setState(State.RUNNING.code());
        row.setBegunAt(now());
        row.setChangeSetId(changes.value());
        write(change, row);
        return database.update(BULK_ACTION)
                        .set(row)
                        .where(BULK_ACTION.ID.eq(id.value()), BULK_ACTION.STATE.eq(State.PICKED.code()))
                        .execute()
                == 1;
    }

    private static void write(BulkChange change, BulkActionRecord row) {
        switch (change) {
            case BulkChange.Write write -> {
                row.setKind("write");
                row.setField(CustomerState.name(write.field()));
                row.setTexts(write.text() == null ? new String[0] : new String[] {write.text()});
            }
            case BulkChange.WriteOwn write -> own(row, "write", write.field(), write.texts());
            case BulkChange.AddChoices add -> own(row, "add", add.field(), add.labels());
            case BulkChange.TakeChoices take -> own(row, "take", take.field(), take.labels());
            case BulkChange.Assign assign -> {
                row.setKind("assign");
                row.setUnitId(assign.unit().value());
            }
            case BulkChange.Unassign unassign -> {
                row.setKind("unassign");
                row.setUnitId(unassign.unit().value());
            }
            case BulkChange.Archive archive -> row.setKind("archive");
            case BulkChange.Delete delete -> row.setKind("delete");
        }
    }

    private static void own(BulkActionRecord row, String kind, CustomFieldId field, List<String> texts) {
        row.setKind(kind);
        row.setField(field.name());
        row.setTexts(texts.toArray(String[]::new));
    }

    private static @Nullable BulkChange change(BulkActionRecord row) {
        String kind = row.getKind();
        return kind == null
                ? null
                : switch (kind) {
                    case "write" -> written(row.getField(), List.of(row.getTexts()));
                    case "add" ->
                        new BulkChange.AddChoices(CustomFieldId.ofName(row.getField()), List.of(row.getTexts()));
                    case "take" ->
                        new BulkChange.TakeChoices(CustomFieldId.ofName(row.getField()), List.of(row.getTexts()));
                    case "assign" -> new BulkChange.Assign(new UnitId(row.getUnitId()));
                    case "unassign" -> new BulkChange.Unassign(new UnitId(row.getUnitId()));
                    case "archive" -> new BulkChange.Archive();
                    case "delete" -> new BulkChange.Delete();
                    default -> throw new IllegalStateException("Unknown bulk action " + kind);
                };
    }

    private static BulkChange written(String field, List<String> texts) {
        return CustomFieldId.isName(field)
                ? new BulkChange.WriteOwn(CustomFieldId.ofName(field), texts)
                : new BulkChange.Write(
                        CustomerField.valueOf(field.toUpperCase(Locale.ROOT)),
                        texts.isEmpty() ? null : texts.getFirst());
    }

    /** Moves on to the next state; false when it was in none of those. */
    boolean move(BulkActionId id, State to, State... from) {
        return database.update(BULK_ACTION)
                        .set(BULK_ACTION.STATE, to.code())
                        .set(BULK_ACTION.FINISHED_AT, to.running() ? null : now())
                        .setNull(BULK_ACTION.FAILURE)
                        .where(
                                BULK_ACTION.ID.eq(id.value()),
                                BULK_ACTION.STATE.in(
                                        Arrays.stream(from).map(State::code).toList()))
                        .execute()
                == 1;
    }

    void fail(BulkActionId id, String reference) {
        database.update(BULK_ACTION)
                .set(BULK_ACTION.STATE, State.FAILED.code())
                .set(BULK_ACTION.FINISHED_AT, now())
                .set(BULK_ACTION.FAILURE, reference)
                .where(BULK_ACTION.ID.eq(id.value()), BULK_ACTION.STATE.in(State.RUNNING.code(), State.UNDOING.code()))
                .execute();
    }

    /**
     * Moves the position on with what the stretch made; false unless the action is where we think.
     *
     * @param at when the stretch was changed
     */
    boolean advance(BulkAction from, long to, Outcome outcome, OffsetDateTime at, CustomerSet changed) {
        boolean ours = database.update(BULK_ACTION)
                        .set(BULK_ACTION.POSITION, to)
                        .set(BULK_ACTION.CHANGED, BULK_ACTION.CHANGED.plus(outcome.changed()))
                        .set(BULK_ACTION.SAME, BULK_ACTION.SAME.plus(outcome.same()))
                        .set(BULK_ACTION.REFUSED, BULK_ACTION.REFUSED.plus(outcome.refused()))
                        .where(
                                BULK_ACTION.ID.eq(from.id().value()),
                                BULK_ACTION.STATE.eq(State.RUNNING.code()),
                                BULK_ACTION.POSITION.eq(from.position()))
                        .execute()
                == 1;
        if (ours && changed.size() > 0) {
            database.insertInto(BULK_STRETCH)
                    .set(BULK_STRETCH.BULK_ACTION_ID, from.id().value())
                    .set(BULK_STRETCH.UNTIL, to)
                    .set(BULK_STRETCH.AT, at)
                    .set(BULK_STRETCH.CHANGED, changed.bytes())
                    .execute();
        }
        return ours;
    }

    /** False when it cannot be taken back any more. */
    boolean beginUndo(BulkActionId id, ChangeSetId changes) {
        return database.update(BULK_ACTION)
                        .set(BULK_ACTION.STATE, State.UNDOING.code())
                        .set(BULK_ACTION.UNDO_CHANGE_SET_ID, changes.value())
                        .setNull(BULK_ACTION.FINISHED_AT)
                        .setNull(BULK_ACTION.FAILURE)
                        .where(
                                BULK_ACTION.ID.eq(id.value()),
                                BULK_ACTION.STATE.in(State.DONE.code(), State.STOPPED.code(), State.FAILED.code()),
                                BULK_ACTION.UNDO_CHANGE_SET_ID.isNull())
                        .execute()
                == 1;
    }

    /** The same as {@link #advance} for the taking back. */
    boolean advanceUndo(BulkAction from, long to, long undone, long kept) {
        return database.update(BULK_ACTION)
                        .set(BULK_ACTION.UNDO_POSITION, to)
                        .set(BULK_ACTION.UNDONE, BULK_ACTION.UNDONE.plus(undone))
                        .set(BULK_ACTION.KEPT, BULK_ACTION.KEPT.plus(kept))
                        .where(
                                BULK_ACTION.ID.eq(from.id().value()),
                                BULK_ACTION.STATE.eq(State.UNDOING.code()),
                                BULK_ACTION.UNDO_POSITION.eq(
                                        Objects.requireNonNull(from.undo()).position()))
                        .execute()
                == 1;
    }

    /** @param changed who was changed, at that moment, in the stretch that ends at {@code until} */
    record Stretch(long until, OffsetDateTime at, CustomerSet changed) {}

    /** The first stretch after the position, of those in which somebody was changed. */
    Optional<Stretch> stretch(BulkActionId id, long after) {
        return database.selectFrom(BULK_STRETCH)
                .where(BULK_STRETCH.BULK_ACTION_ID.eq(id.value()), BULK_STRETCH.UNTIL.gt(after))
                .orderBy(BULK_STRETCH.UNTIL)
                .limit(1)
                .fetchOptional(row -> new Stretch(row.getUntil(), row.getAt(), CustomerSet.of(row.getChanged())));
    }

    /** Forgets who was picked before the moment and then left at that. */
    int forgetPicked(Instant before) {
        return database.deleteFrom(BULK_ACTION)
                .where(
                        BULK_ACTION.STATE.eq(State.PICKED.code()),
                        BULK_ACTION.CREATED_AT.lt(before.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static BulkAction read(BulkActionRecord row) {
        Actor actor = Actor.current();
        return new BulkAction(
                new BulkActionId(row.getId()),
                State.of(row.getState()),
                change(row),
                row.getTotal(),
                row.getCreatedBy(),
                row.getActorKind().equals(kind(actor)) && Objects.equals(row.getActorId(), actor.id()),
                row.getCreatedAt().toInstant(),
                row.getBegunAt() == null ? null : row.getBegunAt().toInstant(),
                row.getFinishedAt() == null ? null : row.getFinishedAt().toInstant(),
                row.getChangeSetId() == null ? null : new ChangeSetId(row.getChangeSetId()),
                row.getPosition(),
                new Outcome(row.getChanged(), row.getSame(), row.getRefused()),
                row.getUndoChangeSetId() == null
                        ? null
                        : new BulkAction.Undo(
                                new ChangeSetId(row.getUndoChangeSetId()),
                                row.getUndoPosition(),
                                row.getUndone(),
                                row.getKept()),
                row.getFailure());
    }
}
