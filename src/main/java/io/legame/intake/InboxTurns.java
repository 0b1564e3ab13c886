package io.legame.intake;

import io.legame.platform.Refusal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Begins the imports of recognised files, those of one source one after the other in the order in which they came: a
 * later export overwrites an earlier one, never the other way round.
 */
@Component
class InboxTurns {
    private static final Logger LOG = LoggerFactory.getLogger(InboxTurns.class);

    /** As many waiting files are looked at anew at a time. */
    private static final int STRETCH = 50;

    private final DSLContext database;
    private final Imports imports;
    private final InboxTaking taking;
    private final SavedMappings mappings;
    private final InboxSettings settings;
    private final ReentrantLock turn = new ReentrantLock();
    /** Those that a person has changed, or that look the same only at first sight. */
    private final Set<Long> forPersons = ConcurrentHashMap.newKeySet();

    InboxTurns(
            DSLContext database, Imports imports, InboxTaking taking, SavedMappings mappings, InboxSettings settings) {
        this.database = database;
        this.imports = imports;
        this.taking = taking;
        this.mappings = mappings;
        this.settings = settings;
    }

    /** Begins what can begin now that an import ended, which it does in any case: what is missed, the next look begins. */
    void importEnded() {
        try {
            next();
        } catch (DataAccessException e) {
            LOG.info("The next file of the inbox begins with the next look: {}", e.getMessage());
        }
    }

    /** Begins what can begin, at every look into the folder. */
    void next() {
        if (!settings.startsRecognised()) {
            return;
        }
        turn.lock();
        try {
            recognisable().forEach(this::recognise);
            startable().forEach(this::start);
        } finally {
            turn.unlock();
        }
    }

    /** Waiting files that look like one which somebody brought in since. */
    private List<ImportId> recognisable() {
        return database.fetch("""
                        select i.id
                        from intake.inbox_file f
                        join intake.import i on i.id = f.import_id
                        join intake.first_look l on l.import_id = i.id
                        join intake.saved_mapping m on m.shape = l.shape
                        where i.state = 'draft' and l.saved_mapping_id is null and f.same_as is null
                            and m.saved_at >= i.created_at and i.id <> all(?)
                        order by f.id
                        limit ?
                        """, forPersons.toArray(Long[]::new), STRETCH)
                .map(row -> new ImportId(row.get(0, long.class)));
    }

    private void recognise(ImportId id) {
        boolean recognised = false;
        try {
            recognised = imports.recognise(id);
        } catch (FileFault | Refusal gone) {
            LOG.info("Import {} of the inbox waits for a person: {}", id.value(), gone.getMessage());
        }
        if (!recognised) {
            forPersons.add(id.value());
        }
    }

    /**
     * The oldest of every source in which nothing runs, and in which no import stands still for want of disk space: those
     * after it would end in the same way.
     */
    private List<ImportId> startable() {
        return database.fetch("""
                        select distinct on (i.source) i.id
                        from intake.inbox_file f
                        join intake.import i on i.id = f.import_id
                        join intake.first_look l on l.import_id = i.id
                        where i.state = 'draft' and l.saved_mapping_id is not null and f.same_as is null
                            and not exists (select from intake.import other
                                where other.source = i.source and other.state = any(?))
                            and not exists (select from intake.inbox_file before
                                join intake.import full_disk on full_disk.id = before.import_id
                                where full_disk.source = i.source and full_disk.state = 'failed'
                                    and full_disk.fault = ? and before.seen_at is null)
                        order by i.source, f.id
                        """, ImportTable.RUNNING.toArray(String[]::new), Import.DISK_FULL)
                .map(row -> new ImportId(row.get(0, long.class)));
    }

    private void start(ImportId id) {
        try {
            taking.actor().does(() -> {
                imports.start(id);
                return id;
            });
        } catch (Refusal refusal) {
            // a person was faster, or has to look after all
            LOG.info("Import {} of the inbox waits for a person: {}", id.value(), refusal.key());
            mappings.leaveToPerson(id);
        }
    }
}
