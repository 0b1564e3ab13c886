package io.legame.notebook;

import io.legame.platform.StoredFiles;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes for good what was removed long enough ago that nobody wants it back. */
@Component
class Sweep {
    static final Duration KEPT = Duration.ofDays(30);

    private final DSLContext database;
    private final StoredFiles files;
    private final InstantSource clock;

    Sweep(DSLContext database, StoredFiles files, InstantSource clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    @Transactional
    void run() {
        OffsetDateTime before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
        database.execute("delete from notebook.note where removed_at < ?::timestamptz", before);
        database.execute("delete from notebook.task where removed_at < ?::timestamptz", before);
        database.resultQuery(
                        "delete from notebook.attachment where removed_at < ?::timestamptz returning file_id", before)
                .forEach(row -> files.remove(new StoredFiles.FileId(row.get(0, Long.class))));
    }
}
