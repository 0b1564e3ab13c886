package io.legame.intake;

import static io.legame.intake.db.Tables.FIRST_LOOK;
import static io.legame.intake.db.Tables.IMPORT;
import static io.legame.intake.db.Tables.SAVED_MAPPING;

import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.intake.SavedMapping.SavedMappingId;
import io.legame.intake.db.tables.records.SavedMappingRecord;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was once said about files: remembered when an import begins, until somebody forgets it. */
@Component
public class SavedMappings {
    private static final int LONGEST_NAME = 80;

    private final DSLContext database;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final InstantSource clock;

    SavedMappings(DSLContext database, JsonMapper json, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** By name. */
    public List<SavedMapping> list() {
        return database.selectFrom(SAVED_MAPPING).fetch(this::read).stream()
                .sorted(Comparator.comparing(mapping -> mapping.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** What the file of the import was recognised as when it came. */
    public Optional<SavedMapping> ofImport(ImportId id) {
        return database.select(SAVED_MAPPING.fields())
                .from(SAVED_MAPPING)
                .join(FIRST_LOOK)
                .on(FIRST_LOOK.SAVED_MAPPING_ID.eq(SAVED_MAPPING.ID))
                .where(FIRST_LOOK.IMPORT_ID.eq(id.value()))
                .fetchOptionalInto(SAVED_MAPPING)
                .map(this::read);
    }

    Optional<SavedMapping> of(UUID shape) {
        return database.selectFrom(SAVED_MAPPING)
                .where(SAVED_MAPPING.SHAPE.eq(shape))
                .fetchOptional(this::read);
    }

    /** Notes what the file of the import looks like, and what it was recognised as. */
    void look(ImportId id, String source, UUID shape, Optional<SavedMapping> recognised) {
        Long mapping = recognised.map(each -> each.id().value()).orElse(null);
        database.insertInto(FIRST_LOOK)
                .set(FIRST_LOOK.IMPORT_ID, id.value())
                .set(FIRST_LOOK.SOURCE, source)
                .set(FIRST_LOOK.SHAPE, shape)
                .set(FIRST_LOOK.SAVED_MAPPING_ID, mapping)
                .onConflict(FIRST_LOOK.IMPORT_ID)
                .doUpdate()
                .set(FIRST_LOOK.SAVED_MAPPING_ID, mapping)
                .execute();
    }

    /** The system that the file of the import was said to be from when it came. */
    String firstSource(ImportId id) {
        return database.select(FIRST_LOOK.SOURCE)
                .from(FIRST_LOOK)
                .where(FIRST_LOOK.IMPORT_ID.eq(id.value()))
                .fetchOptional(FIRST_LOOK.SOURCE)
                .orElse(Imports.MAIN);
    }

    /** Leaves the waiting import to a person, whatever its file was recognised as. */
    void leaveToPerson(ImportId id) {
        database.update(FIRST_LOOK)
                .setNull(FIRST_LOOK.SAVED_MAPPING_ID)
                .where(FIRST_LOOK.IMPORT_ID.eq(id.value()))
                // another node may have begun it
                .andExists(DSL.selectOne()
                        .from(IMPORT)
                        .where(IMPORT.ID.eq(id.value()), IMPORT.STATE.eq(ImportState.DRAFT.code())))
                .execute();
    }

    /** Remembers the plan of an import that begins; a file without names of its columns says too little. */
    void remember(Import what) {
        if (!what.plan().dialect().header()) {
            return;
        }
        String plan = json.writeValueAsString(what.plan());
        database.execute(
                """
                insert into intake.saved_mapping as m (shape, file_name, plan, saved_at, saved_by)
                select shape, ?, ?::jsonb, ?::timestamptz, ? from intake.first_look where import_id = ?
                on conflict (shape) do update set
                    file_name = excluded.file_name,
                    plan = excluded.plan,
                    saved_at = excluded.saved_at,
                    saved_by = excluded.saved_by
                """,
                what.name(),
                plan,
                clock.instant().atOffset(ZoneOffset.UTC),
                Actor.current().name(),
                what.id().value());
    }

    public void rename(SavedMappingId id, String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw Refusal.of("intake.error.mappingName", LONGEST_NAME);
        }
        int renamed = database.update(SAVED_MAPPING)
                .set(SAVED_MAPPING.NAME, stripped)
                .where(SAVED_MAPPING.ID.eq(id.value()))
                .execute();
        if (renamed == 0) {
            throw Refusal.notFound();
        }
        audit.record("intake.mappingRenamed", "mapping", Long.toString(id.value()), Map.of("name", stripped));
    }

    public void forget(SavedMappingId id) {
        database.deleteFrom(SAVED_MAPPING)
                .where(SAVED_MAPPING.ID.eq(id.value()))
                .returning()
                .fetchOptional(this::read)
                .ifPresent(mapping -> audit.record(
                        "intake.mappingForgotten",
                        "mapping",
                        Long.toString(id.value()),
                        Map.of("name", mapping.name())));
    }

    private SavedMapping read(SavedMappingRecord row) {
        return new SavedMapping(
                new SavedMappingId(row.getId()),
                row.getName() == null ? row.getFileName() : row.getName(),
                json.readValue(row.getPlan().data(), Plan.class),
                row.getSavedAt().toInstant(),
                row.getSavedBy());
    }
}
