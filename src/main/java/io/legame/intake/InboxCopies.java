package io.legame.intake;

import static io.legame.intake.db.Tables.IMPORT;
import static io.legame.intake.db.Tables.INBOX_FILE;

import io.legame.platform.StoredFiles.FileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The files that stay in the inbox's boxes once they were taken. */
@Component
class InboxCopies {
    private static final Logger LOG = LoggerFactory.getLogger(InboxCopies.class);

    private final DSLContext database;
    private final InboxFolder folder;

    InboxCopies(DSLContext database, InboxFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Who wants the stored file gone wants its copies gone too. Those in another node's folder stay. */
    void remove(FileId file) {
        var ids = database.select(IMPORT.ID).from(IMPORT).where(IMPORT.FILE_ID.eq(file.value()));
        database.select(INBOX_FILE.ID, INBOX_FILE.MOVED_TO)
                .from(INBOX_FILE)
                .where(
                        INBOX_FILE.IMPORT_ID.in(ids),
                        INBOX_FILE.INBOX.eq(folder.path().toString()),
                        INBOX_FILE.MOVED_TO.isNotNull())
                .forEach(row -> {
                    if (!deleted(folder.path().resolve(row.value2()))) {
                        return;
                    }
                    database.update(INBOX_FILE)
                            .setNull(INBOX_FILE.MOVED_TO)
                            .where(INBOX_FILE.ID.eq(row.value1()))
                            .execute();
                });
    }

    /** One that cannot be deleted stays named on the page of the inbox. */
    private static boolean deleted(Path copy) {
        try {
            Files.deleteIfExists(copy);
            return true;
        } catch (IOException e) {
            LOG.warn("The copy {} of a removed file cannot be deleted: {}", copy, e.toString());
            return false;
        }
    }
}
