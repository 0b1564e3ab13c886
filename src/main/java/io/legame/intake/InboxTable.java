package io.legame.intake;

import static io.legame.intake.db.Tables.FIRST_LOOK;
import static io.legame.intake.db.Tables.IMPORT;
import static io.legame.intake.db.Tables.INBOX_FILE;

import io.legame.platform.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows that files of one watched folder are kept in. */
@Component
class InboxTable {
    /** After these the same content is worth another try. */
    private static final List<String> CAME_TO_NOTHING = List.of("failed", "cancelled", "undoing", "undone");

    /** What these bring is written over what is there; all else are facts, which never change. */
    private static final List<String> OVERWRITE = List.of(ImportKind.CUSTOMERS.code(), ImportKind.PRODUCTS.code());

    private final DSLContext database;
    private final String inbox;
    private final InstantSource clock;

    InboxTable(DSLContext database, InboxFolder folder, InstantSource clock) {
        this.database = database;
        this.inbox = folder.path().toString();
        this.clock = clock;
    }

    /**
     * A file that was taken.
     *
     * @param fault why it was refused; a text key
     */
    record Taken(long id, @Nullable String fault, List<String> faultArguments) {
        InboxFolder.Box box() {
            return fault == null || fault.equals(InboxFile.NO_ROWS) ? InboxFolder.Box.TAKEN : InboxFolder.Box.REFUSED;
        }
    }

    /** @param sameAs the file that had brought the same content, with its import */
    Taken insert(
            Arrival arrival,
            Instant firstSeen,
            byte @Nullable [] sha256,
            @Nullable ImportId what,
            @Nullable InboxFileId sameAs,
            @Nullable Refusal refusal) {
        String[] arguments = refusal == null
                ? null
                : Arrays.stream(refusal.arguments()).map(Object::toString).toArray(String[]::new);
        String fault = refusal == null ? null : refusal.key();
        long id = database.insertInto(INBOX_FILE)
                .set(INBOX_FILE.INBOX, inbox)
                .set(INBOX_FILE.SOURCE, arrival.source())
                .set(INBOX_FILE.NAME, arrival.name())
                .set(INBOX_FILE.BYTES, arrival.bytes())
                .set(INBOX_FILE.MODIFIED_AT, arrival.modified().atOffset(ZoneOffset.UTC))
                .set(INBOX_FILE.SHA256, sha256)
                .set(INBOX_FILE.FIRST_SEEN_AT, firstSeen.atOffset(ZoneOffset.UTC))
                .set(INBOX_FILE.TAKEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(INBOX_FILE.IMPORT_ID, what == null ? null : what.value())
                .set(INBOX_FILE.SAME_AS, sameAs == null ? null : sameAs.value())
                .set(INBOX_FILE.FAULT, fault)
                .set(INBOX_FILE.FAULT_ARGUMENTS, arguments)
                .returning(INBOX_FILE.ID)
                .fetchSingle(INBOX_FILE.ID);
        return new Taken(id, fault, arguments == null ? List.of() : List.of(arguments));
    }

    /** The very file, taken by a process that was killed before it could move it. */
    Optional<Taken> staying(Arrival arrival, byte @Nullable [] sha256) {
        return database.selectFrom(INBOX_FILE)
                .where(
                        INBOX_FILE.INBOX.eq(inbox),
                        INBOX_FILE.LEFT_AT.isNull(),
                        INBOX_FILE.SOURCE.eq(arrival.source()),
                        INBOX_FILE.NAME.eq(arrival.name()),
                        INBOX_FILE.BYTES.eq(arrival.bytes()),
                        INBOX_FILE.MODIFIED_AT.eq(arrival.modified().atOffset(ZoneOffset.UTC)),
                        INBOX_FILE.SHA256.isNotDistinctFrom(sha256))
                .orderBy(INBOX_FILE.ID)
                .limit(1)
                .fetchOptional(row -> new Taken(
                        row.getId(),
                        row.getFault(),
                        row.getFaultArguments() == null ? List.of() : List.of(row.getFaultArguments())));
    }

    /**
     * A file of the source that brought the same content, unless its import came to nothing. Customers and products may
     * have been changed by a later file of the same look: then the earlier content is news again.
     */
    Optional<Same> same(String source, byte[] sha256) {
        var later = INBOX_FILE.as("later");
        var laterLook = FIRST_LOOK.as("later_look");
        var changedSince = DSL.exists(DSL.selectOne()
                .from(later)
                .join(laterLook)
                .on(laterLook.IMPORT_ID.eq(later.IMPORT_ID))
                .where(
                        later.SOURCE.eq(source),
                        later.ID.gt(INBOX_FILE.ID),
                        later.SAME_AS.isNull(),
                        laterLook.SHAPE.eq(FIRST_LOOK.SHAPE)));
        return database.select(INBOX_FILE.ID, IMPORT.ID)
                .from(INBOX_FILE)
                .join(IMPORT)
                .on(IMPORT.ID.eq(INBOX_FILE.IMPORT_ID))
                .join(FIRST_LOOK)
                .on(FIRST_LOOK.IMPORT_ID.eq(IMPORT.ID))
                .where(
                        INBOX_FILE.SOURCE.eq(source),
                        INBOX_FILE.SHA256.eq(sha256),
                        INBOX_FILE.SAME_AS.isNull(),
                        IMPORT.STATE.notIn(CAME_TO_NOTHING),
                        IMPORT.KIND.notIn(OVERWRITE).or(DSL.not(changedSince)))
                .orderBy(INBOX_FILE.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Same(new InboxFileId(row.value1()), new ImportId(row.value2())));
    }

    /** A file that came before, and its import. */
    record Same(InboxFileId file, ImportId what) {}

    /** Notes that the file left the folder, and where it lies now. */
    void left(Taken taken, Path movedTo) {
        // whoever lay there was put back by a process that was killed before it could say so
        database.update(INBOX_FILE)
                .setNull(INBOX_FILE.MOVED_TO)
                .where(INBOX_FILE.INBOX.eq(inbox), INBOX_FILE.MOVED_TO.eq(movedTo.toString()))
                .execute();
        database.update(INBOX_FILE)
                .set(INBOX_FILE.LEFT_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(INBOX_FILE.MOVED_TO, movedTo.toString())
                .where(INBOX_FILE.ID.eq(taken.id()))
                .execute();
    }

    /** Notes that files which should have been moved were moved, by somebody or before a kill: they are not there. */
    void leftUnlessAmong(Collection<Arrival> there) {
        record Place(String source, String name) {}
        Set<Place> present = there.stream()
                .map(arrival -> new Place(arrival.source(), arrival.name()))
                .collect(Collectors.toSet());
        database.selectFrom(INBOX_FILE)
                .where(INBOX_FILE.INBOX.eq(inbox), INBOX_FILE.LEFT_AT.isNull())
                .forEach(row -> {
                    if (!present.contains(new Place(row.getSource(), row.getName()))) {
                        row.setLeftAt(clock.instant().atOffset(ZoneOffset.UTC));
                        row.update();
                    }
                });
    }

    /** A file that was moved, with the size that it had. */
    record Moved(long id, String source, String name, long bytes, Path to) {}

    /** Those whose content was taken, the refused ones left out. */
    List<Moved> movedSince(Instant time) {
        return database.selectFrom(INBOX_FILE)
                .where(
                        INBOX_FILE.INBOX.eq(inbox),
                        INBOX_FILE.LEFT_AT.ge(time.atOffset(ZoneOffset.UTC)),
                        INBOX_FILE.MOVED_TO.isNotNull(),
                        INBOX_FILE.SHA256.isNotNull())
                .fetch(row -> new Moved(
                        row.getId(), row.getSource(), row.getName(), row.getBytes(), Path.of(row.getMovedTo())));
    }

    /** Notes that the file lies in the folder again, to be taken anew. */
    void movedBack(Moved moved) {
        database.update(INBOX_FILE)
                .setNull(INBOX_FILE.MOVED_TO)
                .where(INBOX_FILE.ID.eq(moved.id()))
                .execute();
    }
}
