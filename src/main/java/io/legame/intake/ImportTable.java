package io.legame.intake;

import static io.legame.intake.db.Tables.IMPORT;

import io.legame.access.ChangeSetId;
import io.legame.intake.Import.Amounts;
import io.legame.intake.Import.Counts;
import io.legame.intake.db.tables.records.ImportRecord;
import io.legame.platform.StoredFiles.FileId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The rows that imports are kept in. */
@Component
class ImportTable {
    static final List<String> RUNNING = List.of("rehearsing", "queued", "reading", "applying", "cancelling", "undoing");

    private final DSLContext database;
    private final RejectionTable rejections;
    private final TallyTable tallies;
    private final TransactionTemplate outside;
    private final JsonMapper json;
    private final InstantSource clock;

    ImportTable(
            DSLContext database,
            RejectionTable rejections,
            TallyTable tallies,
            PlatformTransactionManager transactions,
            JsonMapper json,
            InstantSource clock) {
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.database = database;
        this.rejections = rejections;
        this.tallies = tallies;
        this.json = json;
        this.clock = clock;
    }

    /** Somebody asked the import to stop, or another node has it. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    ImportId insert(String name, long bytes, FileId file, Plan plan, String who, @Nullable ImportId againOf) {
        return new ImportId(database.insertInto(IMPORT)
                .set(IMPORT.NAME, name)
                .set(IMPORT.BYTES, bytes)
                .set(IMPORT.FILE_ID, file.value())
                .set(IMPORT.KIND, plan.kind().code())
                .set(IMPORT.SOURCE, plan.source())
                .set(IMPORT.PLAN, written(plan))
                .set(IMPORT.CREATED_BY, who)
                .set(IMPORT.CREATED_AT, now())
                .set(IMPORT.AGAIN_OF, againOf == null ? null : againOf.value())
                .returning(IMPORT.ID)
                .fetchSingle(IMPORT.ID));
    }

    private JSONB written(Plan plan) {
        return JSONB.valueOf(json.writeValueAsString(plan));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    Optional<Import> find(ImportId id) {
        return database.selectFrom(IMPORT).where(IMPORT.ID.eq(id.value())).fetchOptional(this::read);
    }

    Optional<ImportId> findByIdempotencyKey(String key) {
        return database.select(IMPORT.ID)
                .from(IMPORT)
                .where(IMPORT.IDEMPOTENCY_KEY.eq(key))
                .fetchOptional(row -> new ImportId(row.value1()));
    }

    void setIdempotencyKey(ImportId id, String key) {
        database.update(IMPORT)
                .set(IMPORT.IDEMPOTENCY_KEY, key)
                .where(IMPORT.ID.eq(id.value()))
                .execute();
    }

    /** Newest first. */
    List<Import> list(@Nullable ImportId after, int limit) {
        Condition page = after == null ? DSL.noCondition() : IMPORT.ID.lt(after.value());
        return database.selectFrom(IMPORT)
                .where(page)
                .orderBy(IMPORT.ID.desc())
                .limit(limit)
                .fetch(this::read);
    }

    Map<ImportId, Import> all(Collection<ImportId> ids) {
        return database.selectFrom(IMPORT)
                .where(IMPORT.ID.in(ids.stream().map(ImportId::value).toList()))
                .fetchMap(row -> new ImportId(row.getId()), this::read);
    }

    List<ImportId> unfinished() {
        return database.select(IMPORT.ID)
                .from(IMPORT)
                .where(IMPORT.STATE.in(RUNNING))
                .fetch(row -> new ImportId(row.value1()));
    }

    boolean revise(ImportId id, Plan plan) {
        return database.update(IMPORT)
                        .set(IMPORT.KIND, plan.kind().code())
                        .set(IMPORT.SOURCE, plan.source())
                        .set(IMPORT.PLAN, written(plan))
                        // what was read and tried was another plan's
                        .setNull(IMPORT.ROWS_IN_FILE)
                        .setNull(IMPORT.REHEARSAL)
                        .setNull(IMPORT.FAULT)
                        .setNull(IMPORT.FAULT_ARGUMENTS)
                        .where(IMPORT.ID.eq(id.value()), IMPORT.STATE.eq(ImportState.DRAFT.code()))
                        .execute()
                == 1;
    }

    /** Moves the import on; false when it was in none of the states. */
    boolean move(ImportId id, ImportState to, ImportState... from) {
        return database.update(IMPORT)
                        .set(IMPORT.STATE, to.code())
                        .set(IMPORT.FINISHED_AT, to.ended() ? now() : null)
                        .where(
                                IMPORT.ID.eq(id.value()),
                                IMPORT.STATE.in(Arrays.stream(from)
                                        .map(ImportState::code)
                                        .toList()))
                        .execute()
                == 1;
    }

    void setChanges(ImportId id, ChangeSetId changes) {
        database.update(IMPORT)
                .set(IMPORT.CHANGE_SET_ID, changes.value())
                .where(IMPORT.ID.eq(id.value()), IMPORT.STATE.eq(ImportState.DRAFT.code()))
                .execute();
    }

    /** Notes that a job has the import; an earlier job that did not end was killed. */
    void begin(ImportId id) {
        database.update(IMPORT)
                .set(IMPORT.STARTED_AT, DSL.coalesce(IMPORT.STARTED_AT, DSL.val(now())))
                .set(
                        IMPORT.RESUMED,
                        IMPORT.RESUMED.plus(DSL.when(IMPORT.STATE.eq("queued").and(IMPORT.POSITION.eq(0L)), 0)
                                .otherwise(1)))
                .set(IMPORT.FAULT, (String) null)
                .set(IMPORT.FAULT_ARGUMENTS, (String[]) null)
                .where(IMPORT.ID.eq(id.value()))
                .execute();
        move(id, ImportState.READING, ImportState.QUEUED, ImportState.APPLYING);
    }

    /** Notes how far the file was read; {@link Stopped} when somebody asked for it. */
    void reading(ImportId id, long bytesRead) {
        int rows = database.update(IMPORT)
                .set(IMPORT.BYTES_READ, bytesRead)
                .where(
                        IMPORT.ID.eq(id.value()),
                        IMPORT.STATE.in(ImportState.READING.code(), ImportState.REHEARSING.code()))
                .execute();
        if (rows == 0) {
            throw new Stopped();
        }
    }

    /** Notes how far it was tried; {@link Stopped} when nobody wants to know any more. Seen while it goes on. */
    void rehearsed(ImportId id, long position) {
        outside.executeWithoutResult(status -> {
            int rows = database.update(IMPORT)
                    .set(IMPORT.POSITION, position)
                    .where(IMPORT.ID.eq(id.value()), IMPORT.STATE.eq(ImportState.REHEARSING.code()))
                    .execute();
            if (rows == 0) {
                throw new Stopped();
            }
        });
    }

    /**
     * Lets it wait again.
     *
     * @param wouldBe what it would do; null when that was not found out
     * @param fault why not
     */
    void endRehearsal(ImportId id, @Nullable WouldBe wouldBe, @Nullable String fault, List<String> arguments) {
        database.update(IMPORT)
                .set(IMPORT.STATE, ImportState.DRAFT.code())
                .set(IMPORT.POSITION, 0L)
                .set(IMPORT.REHEARSAL, wouldBe == null ? null : JSONB.valueOf(json.writeValueAsString(wouldBe)))
                .set(IMPORT.FAULT, fault)
                .set(IMPORT.FAULT_ARGUMENTS, arguments.toArray(String[]::new))
                .where(
                        IMPORT.ID.eq(id.value()),
                        IMPORT.STATE.in(ImportState.REHEARSING.code(), ImportState.DRAFT.code()))
                .execute();
    }

    void wholeFileRead(ImportId id, long rowsInFile) {
        database.update(IMPORT)
                .set(IMPORT.ROWS_IN_FILE, rowsInFile)
                .where(IMPORT.ID.eq(id.value()))
                .execute();
    }

    void fail(ImportId id, String fault, List<String> arguments) {
        database.update(IMPORT)
                .set(IMPORT.STATE, ImportState.FAILED.code())
                .set(IMPORT.FINISHED_AT, now())
                .set(IMPORT.FAULT, fault)
                .set(IMPORT.FAULT_ARGUMENTS, arguments.toArray(String[]::new))
                .where(IMPORT.ID.eq(id.value()))
                .execute();
    }

    /** Moves the position on together with what the batch made; {@link Stopped} unless the import is where we think. */
    void advance(ImportId id, long from, long to, Outcome outcome) {
        int rows = database.update(IMPORT)
                .set(IMPORT.POSITION, to)
                .set(IMPORT.CREATED, IMPORT.CREATED.plus(outcome.created))
                .set(IMPORT.UPDATED, IMPORT.UPDATED.plus(outcome.updated))
                .set(IMPORT.UNCHANGED, IMPORT.UNCHANGED.plus(outcome.unchanged))
                .set(IMPORT.REJECTED, IMPORT.REJECTED.plus(outcome.rejections().size()))
                .set(IMPORT.FLAGGED, IMPORT.FLAGGED.plus(outcome.flagged))
                .set(IMPORT.ANONYMOUS, IMPORT.ANONYMOUS.plus(outcome.anonymous))
                .set(
                        IMPORT.CUSTOMERS_CREATED,
                        IMPORT.CUSTOMERS_CREATED.plus(outcome.newCustomers().size()))
                .set(
                        IMPORT.PRODUCTS_CREATED,
                        IMPORT.PRODUCTS_CREATED.plus(outcome.newProducts().size()))
                .set(IMPORT.AMOUNT_CREATED, IMPORT.AMOUNT_CREATED.plus(outcome.amountCreated))
                .set(IMPORT.AMOUNT_UNCHANGED, IMPORT.AMOUNT_UNCHANGED.plus(outcome.amountUnchanged))
                .set(IMPORT.AMOUNT_REJECTED, IMPORT.AMOUNT_REJECTED.plus(outcome.amountRejected))
                .set(IMPORT.AMOUNT_ANONYMOUS, IMPORT.AMOUNT_ANONYMOUS.plus(outcome.amountAnonymous))
                .where(IMPORT.ID.eq(id.value()), IMPORT.POSITION.eq(from), IMPORT.STATE.eq(ImportState.APPLYING.code()))
                .execute();
        if (rows == 0) {
            throw new Stopped();
        }
        rejections.insert(id, outcome.rejections());
        tallies.add(id, outcome.tallies());
    }

    /** False when it cannot be taken back any more. */
    boolean beginUndo(ImportId id, ChangeSetId changes) {
        return database.update(IMPORT)
                        .set(IMPORT.STATE, ImportState.UNDOING.code())
                        .set(IMPORT.UNDO_CHANGE_SET_ID, changes.value())
                        .setNull(IMPORT.FINISHED_AT)
                        .where(
                                IMPORT.ID.eq(id.value()),
                                IMPORT.STATE.in("done", "failed", "cancelled"),
                                IMPORT.UNDO_CHANGE_SET_ID.isNull(),
                                IMPORT.POSITION.gt(0L))
                        .execute()
                == 1;
    }

    /** Ends the taking back half-way; false when it is not under way. */
    boolean stopUndo(ImportId id) {
        return database.update(IMPORT)
                        .set(IMPORT.STATE, ImportState.FAILED.code())
                        .set(IMPORT.FINISHED_AT, now())
                        .set(IMPORT.FAULT, Import.UNDO_STOPPED)
                        .set(IMPORT.FAULT_ARGUMENTS, new String[0])
                        .where(IMPORT.ID.eq(id.value()), IMPORT.STATE.eq(ImportState.UNDOING.code()))
                        .execute()
                == 1;
    }

    /** Moves the taking back on, together with what it did; {@link Stopped} unless it is where we think. */
    void advanceUndo(ImportId id, Import.Undo from, int phase, long position, int done, int kept) {
        int rows = database.update(IMPORT)
                .set(IMPORT.UNDO_PHASE, phase)
                .set(IMPORT.UNDO_POSITION, position)
                .set(IMPORT.UNDONE, IMPORT.UNDONE.plus(done))
                .set(IMPORT.KEPT, IMPORT.KEPT.plus(kept))
                .where(
                        IMPORT.ID.eq(id.value()),
                        IMPORT.STATE.eq(ImportState.UNDOING.code()),
                        IMPORT.UNDO_PHASE.eq(from.phase()),
                        IMPORT.UNDO_POSITION.eq(from.position()))
                .execute();
        if (rows == 0) {
            throw new Stopped();
        }
    }

    boolean isRunning(FileId file) {
        return database.fetchExists(IMPORT, IMPORT.FILE_ID.eq(file.value()), IMPORT.STATE.in(RUNNING));
    }

    void delete(ImportId id) {
        database.deleteFrom(IMPORT).where(IMPORT.ID.eq(id.value())).execute();
    }

    private Import read(ImportRecord row) {
        return new Import(
                new ImportId(row.getId()),
                row.getName(),
                row.getBytes(),
                row.getFileId() == null ? null : new FileId(row.getFileId()),
                ImportState.of(row.getState()),
                json.readValue(row.getPlan().data(), Plan.class),
                row.getCreatedBy(),
                row.getCreatedAt().toInstant(),
                instant(row.getStartedAt()),
                instant(row.getFinishedAt()),
                row.getAgainOf() == null ? null : new ImportId(row.getAgainOf()),
                row.getBytesRead(),
                row.getRowsInFile(),
                row.getPosition(),
                row.getResumed(),
                row.getChangeSetId() == null ? null : new ChangeSetId(row.getChangeSetId()),
                row.getUndoChangeSetId() == null
                        ? null
                        : new Import.Undo(
                                new ChangeSetId(row.getUndoChangeSetId()),
                                row.getUndoPhase(),
                                row.getUndoPosition(),
                                row.getUndone(),
                                row.getKept()),
                row.getRehearsal() == null
                        ? null
                        : json.readValue(row.getRehearsal().data(), WouldBe.class),
                new Counts(
                        row.getCreated(),
                        row.getUpdated(),
                        row.getUnchanged(),
                        row.getRejected(),
                        row.getFlagged(),
                        row.getAnonymous(),
                        row.getCustomersCreated(),
                        row.getProductsCreated(),
                        new Amounts(
                                row.getAmountCreated(),
                                row.getAmountUnchanged(),
                                row.getAmountRejected(),
                                row.getAmountAnonymous())),
                row.getFault(),
                row.getFaultArguments() == null ? List.of() : List.of(row.getFaultArguments()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
