package io.legame.notebook;

import static io.legame.notebook.db.Tables.ATTACHMENT;

import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.customers.CustomerId;
import io.legame.notebook.db.tables.records.AttachmentRecord;
import io.legame.platform.Refusal;
import io.legame.platform.StoredFiles;
import io.legame.platform.StoredFiles.FileId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files kept with customers, with their bytes in the database: whatever ends the process, a file is whole or not there. */
@Component
public class Attachments {
    /** The largest file, in bytes. */
    public static final long LARGEST = 25L << 20;

    /** The most files of one customer. */
    public static final int MOST = 200;

    private final DSLContext database;
    private final StoredFiles files;
    private final Owners owners;
    private final AuditTrail audit;
    private final InstantSource clock;

    Attachments(DSLContext database, StoredFiles files, Owners owners, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.files = files;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the stream, to its end, with the customer.
     *
     * @param name as somebody, or their browser, gave it
     * @throws Refusal when it is empty or too large, or when the customer has too many
     */
    @Transactional
    public AttachmentId add(CustomerId customer, String name, InputStream content) {
        CustomerId owner = owners.hold(customer);
        if (database.fetchCount(ATTACHMENT, ATTACHMENT.CUSTOMER_ID.eq(owner.value()), ATTACHMENT.REMOVED_AT.isNull())
                >= MOST) {
            throw Refusal.of("notebook.attachment.error.many", MOST);
        }
        String shown = FileNames.of(name);
        var buffered = new BufferedInputStream(content, ContentType.TELLING);
        ContentType type = type(buffered);
        FileId file = files.store(shown, buffered, LARGEST);
        Actor author = Actor.current();
        var id = new AttachmentId(database.insertInto(ATTACHMENT)
                .set(ATTACHMENT.CUSTOMER_ID, owner.value())
                .set(ATTACHMENT.NAME, shown)
                .set(ATTACHMENT.MEDIA_TYPE, type.mediaType())
                .set(ATTACHMENT.FILE_ID, file.value())
                .set(ATTACHMENT.BYTES, files.size(file))
                .set(ATTACHMENT.ADDED_AT, now())
                .set(ATTACHMENT.AUTHOR_KIND, Authorship.kind(author))
                .set(ATTACHMENT.AUTHOR_ID, author.id())
                .set(ATTACHMENT.AUTHOR_NAME, author.name())
                .returningResult(ATTACHMENT.ID)
                .fetchSingle(ATTACHMENT.ID));
        audit("notebook.attachment-added", get(id));
        return id;
    }

    private static ContentType type(BufferedInputStream content) {
        try {
            content.mark(ContentType.TELLING);
            byte[] beginning = content.readNBytes(ContentType.TELLING);
            content.reset();
            if (beginning.length == 0) {
                throw Refusal.of("notebook.attachment.error.empty");
            }
            return ContentType.of(beginning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of a customer's, the newest first. */
    public List<Attachment> of(CustomerId customer) {
        return database.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.CUSTOMER_ID.eq(owners.see(customer).value()), ATTACHMENT.REMOVED_AT.isNull())
                .orderBy(ATTACHMENT.ID.desc())
                .fetch(Attachments::attachment);
    }

    public Attachment get(AttachmentId id) {
        return database.selectFrom(ATTACHMENT)
                .where(
                        ATTACHMENT.ID.eq(id.value()),
                        ATTACHMENT.REMOVED_AT.isNull(),
                        owners.seen(ATTACHMENT.CUSTOMER_ID))
                .fetchOptional(Attachments::attachment)
                .orElseThrow(Refusal::notFound);
    }

    private static Attachment attachment(AttachmentRecord row) {
        return new Attachment(
                new AttachmentId(row.getId()),
                new CustomerId(row.getCustomerId()),
                row.getName(),
                ContentType.ofMediaType(row.getMediaType()),
                new FileId(row.getFileId()),
                row.getBytes(),
                row.getAddedAt().toInstant(),
                Authorship.of(row.getAuthorKind(), row.getAuthorId(), row.getAuthorName()));
    }

    /** Its content, for somebody who takes it away: the audit trail knows who. */
    public InputStream download(Attachment attachment) {
        audit("notebook.attachment-downloaded", attachment);
        return files.open(attachment.file());
    }

    /** Its content, for a small picture of it. */
    InputStream content(Attachment attachment) {
        return files.open(attachment.file());
    }

    public boolean mayChange(Attachment attachment) {
        return Authorship.mayChange(attachment.author());
    }

    /** Takes it away; until the sweep some weeks later it can be brought back. */
    @Transactional
    public Attachment remove(AttachmentId id) {
        Attachment attachment = get(id);
        Authorship.check(attachment.author());
        database.update(ATTACHMENT)
                .set(ATTACHMENT.REMOVED_AT, now())
                .where(ATTACHMENT.ID.eq(id.value()))
                .execute();
        audit("notebook.attachment-removed", attachment);
        return attachment;
    }

    /** Brings back what was removed. */
    @Transactional
    public Attachment restore(AttachmentId id) {
        AttachmentRecord row = database.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.ID.eq(id.value()), owners.seen(ATTACHMENT.CUSTOMER_ID))
                .fetchOptional()
                .orElseThrow(Refusal::notFound);
        Authorship.check(attachment(row).author());
        database.update(ATTACHMENT)
                .setNull(ATTACHMENT.REMOVED_AT)
                .where(ATTACHMENT.ID.eq(id.value()))
                .execute();
        audit("notebook.attachment-restored", attachment(row));
        return get(id);
    }

    private void audit(String action, Attachment attachment) {
        audit.record(
                action,
                "attachment",
                Long.toString(attachment.id().value()),
                Map.of("customer", attachment.customer().value(), "name", attachment.name()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
