package io.legame.intake;

import static io.legame.intake.db.Tables.FIRST_LOOK;
import static io.legame.intake.db.Tables.IMPORT;
import static io.legame.intake.db.Tables.INBOX_FILE;

import io.legame.access.Actor;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files that were taken out of the inbox, and what became of them. */
@Component
public class InboxFiles {
    private static final io.legame.intake.db.tables.InboxFile SAME = INBOX_FILE.as("same");

    private static final Field<Boolean> IS_RECOGNISED = DSL.field(FIRST_LOOK.SAVED_MAPPING_ID.isNotNull());

    private final DSLContext database;
    private final ImportTable imports;
    private final InboxSettings settings;
    private final InstantSource clock;

    InboxFiles(DSLContext database, ImportTable imports, InboxSettings settings, InstantSource clock) {
        this.database = database;
        this.imports = imports;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Those taken last come first.
     *
     * @param after the last of the page before; null for the first page
     */
    public List<InboxFile> list(@Nullable InboxFileId after, int limit) {
        var rows = database.select(INBOX_FILE.fields())
                .select(SAME.TAKEN_AT, IS_RECOGNISED)
                .from(INBOX_FILE)
                .leftJoin(SAME)
                .on(SAME.ID.eq(INBOX_FILE.SAME_AS))
                .leftJoin(FIRST_LOOK)
                .on(FIRST_LOOK.IMPORT_ID.eq(INBOX_FILE.IMPORT_ID))
                .where(after == null ? DSL.noCondition() : INBOX_FILE.ID.lt(after.value()))
                .orderBy(INBOX_FILE.ID.desc())
                .limit(limit)
                .fetch();
        Map<ImportId, Import> theirs = imports.all(rows.getValues(INBOX_FILE.IMPORT_ID).stream()
                .filter(Objects::nonNull)
                .map(ImportId::new)
                .toList());
        boolean starts = settings.startsRecognised();
        return rows.map(row -> read(row, theirs, starts));
    }

    private static InboxFile read(org.jooq.Record row, Map<ImportId, Import> theirs, boolean starts) {
        var file = row.into(INBOX_FILE);
        OffsetDateTime sameSince = row.get(SAME.TAKEN_AT);
        OffsetDateTime seenAt = file.getSeenAt();
        return new InboxFile(
                new InboxFileId(file.getId()),
                file.getSource(),
                file.getName(),
                file.getBytes(),
                file.getModifiedAt().toInstant(),
                file.getSha256() == null ? null : HexFormat.of().formatHex(file.getSha256()),
                file.getTakenAt().toInstant(),
                file.getImportId() == null ? null : theirs.get(new ImportId(file.getImportId())),
                starts && row.get(IS_RECOGNISED),
                sameSince == null ? null : sameSince.toInstant(),
                file.getFault(),
                file.getFaultArguments() == null ? List.of() : List.of(file.getFaultArguments()),
                file.getMovedTo(),
                seenAt == null ? null : seenAt.toInstant());
    }

    /** What somebody has to look at. */
    public InboxAttention attention() {
        long refused = database.fetchCount(
                INBOX_FILE,
                INBOX_FILE.FAULT.isNotNull(),
                INBOX_FILE.FAULT.ne(InboxFile.NO_ROWS),
                INBOX_FILE.SEEN_AT.isNull());
        var counted = database.fetchSingle("""
                select
                    count(*) filter (where i.state = 'draft' and (l.saved_mapping_id is null or not ?)),
                    count(*) filter (where i.state = 'failed' and f.seen_at is null),
                    count(*) filter (where i.state = 'done' and f.seen_at is null)
                from intake.import i
                join intake.inbox_file f on f.import_id = i.id and f.same_as is null
                left join intake.first_look l on l.import_id = i.id
                where i.state in ('draft', 'failed') or (i.state = 'done' and i.rejected > 0)
                """, settings.startsRecognised());
        return new InboxAttention(
                counted.get(0, long.class), refused, counted.get(1, long.class), counted.get(2, long.class));
    }

    /** Which of the imports came through the inbox. */
    public Set<ImportId> among(Collection<ImportId> ids) {
        return database.selectDistinct(INBOX_FILE.IMPORT_ID)
                .from(INBOX_FILE)
                .where(INBOX_FILE.IMPORT_ID.in(ids.stream().map(ImportId::value).toList()))
                .fetchSet(row -> new ImportId(row.value1()));
    }

    /** What is wrong with the file is known: it asks nobody for a look any more. */
    public void see(InboxFileId id) {
        if (seen(INBOX_FILE.ID.eq(id.value())) == 0) {
            throw Refusal.notFound();
        }
    }

    /** The same for all that went wrong until now. */
    public void seeAll() {
        var wrong = database.select(IMPORT.ID)
                .from(IMPORT)
                .where(IMPORT.STATE.eq("failed").or(IMPORT.STATE.eq("done").and(IMPORT.REJECTED.gt(0L))));
        seen(INBOX_FILE.SEEN_AT.isNull().and(INBOX_FILE.FAULT.isNotNull().or(INBOX_FILE.IMPORT_ID.in(wrong))));
    }

    private int seen(org.jooq.Condition which) {
        return database.update(INBOX_FILE)
                .set(INBOX_FILE.SEEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(INBOX_FILE.SEEN_BY, Actor.current().name())
                .where(which)
                .execute();
    }
}
