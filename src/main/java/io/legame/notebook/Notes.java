package io.legame.notebook;

import static io.legame.notebook.db.Tables.MENTION;
import static io.legame.notebook.db.Tables.NOTE;

import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.customers.CustomerId;
import io.legame.notebook.db.tables.records.NoteRecord;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the staff wrote down about customers. Who wrote a note changes and removes it; who manages the notebook, any. */
@Component
public class Notes {
    /** In characters: some ten pages. */
    public static final int LONGEST = 20_000;

    private static final String SUBJECT = "note";

    private final DSLContext database;
    private final Owners owners;
    private final Mentions mentions;
    private final AuditTrail audit;
    private final InstantSource clock;

    Notes(DSLContext database, Owners owners, Mentions mentions, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.owners = owners;
        this.mentions = mentions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an edit. */
    public sealed interface Edited {
        /** It is written as it was sent. */
        record Saved(Note note) implements Edited {}

        /** @param note as somebody else wrote it meanwhile, which stays */
        record Outdated(Note note) implements Edited {}
    }

    /** @throws Refusal when there is no such customer, or nothing to write, or too much */
    @Transactional
    public NoteId add(CustomerId customer, @Nullable String text) {
        String checked = checked(text);
        CustomerId owner = owners.hold(customer);
        Actor author = Actor.current();
        var id = new NoteId(database.insertInto(NOTE)
                .set(NOTE.CUSTOMER_ID, owner.value())
                .set(NOTE.TEXT, checked)
                .set(NOTE.WRITTEN_AT, now())
                .set(NOTE.AUTHOR_KIND, Authorship.kind(author))
                .set(NOTE.AUTHOR_ID, author.id())
                .set(NOTE.AUTHOR_NAME, author.name())
                .returningResult(NOTE.ID)
                .fetchSingle(NOTE.ID));
        mentions.write(id, checked, now());
        audit("notebook.note-written", id, owner);
        return id;
    }

    private static String checked(@Nullable String text) {
        String written = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (written.isEmpty()) {
            throw Refusal.of("notebook.error.noText");
        }
        if (written.length() > LONGEST) {
            throw Refusal.of("notebook.error.longText", LONGEST);
        }
        return written;
    }

    /**
     * A stretch of a customer's notes, the pinned first, then the newest.
     *
     * @param search only those with these words in them, whatever their case; null for all
     * @param skipped how many were shown before
     */
    public List<Note> of(CustomerId customer, @Nullable String search, int skipped, int limit) {
        return notes(database.selectFrom(NOTE)
                .where(NOTE.CUSTOMER_ID.eq(owners.see(customer).value()), NOTE.REMOVED_AT.isNull(), found(search))
                .orderBy(NOTE.PINNED_AT.isNull(), NOTE.PINNED_AT.desc(), NOTE.ID.desc())
                .offset(skipped)
                .limit(limit)
                .fetch());
    }

    private static Condition found(@Nullable String search) {
        Condition found = DSL.noCondition();
        if (search != null) {
            for (String word : search.strip().split("\\s+", -1)) {
                found = found.and(NOTE.TEXT.containsIgnoreCase(word));
            }
        }
        return found;
    }

    public int count(CustomerId customer) {
        return database.fetchCount(
                NOTE, NOTE.CUSTOMER_ID.eq(customer.value()), NOTE.REMOVED_AT.isNull(), owners.seen(NOTE.CUSTOMER_ID));
    }

    /** The notes with these numbers, the newest first; those removed left out. */
    public List<Note> find(Collection<NoteId> ids) {
        Long[] values = ids.stream().map(NoteId::value).toArray(Long[]::new);
        return notes(database.selectFrom(NOTE)
                .where(NOTE.ID.eq(DSL.any(values)), NOTE.REMOVED_AT.isNull(), owners.seen(NOTE.CUSTOMER_ID))
                .orderBy(NOTE.ID.desc())
                .fetch());
    }

    public Note get(NoteId id) {
        return find(List.of(id)).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** Whether who is signed in may change and remove it. */
    public boolean mayChange(Note note) {
        return Authorship.mayChange(note.author());
    }

    /**
     * Writes another text in its place.
     *
     * @param version of the text that was seen; when it is no more, nothing is written
     */
    @Transactional
    public Edited edit(NoteId id, int version, @Nullable String text) {
        Note note = mine(id);
        String checked = checked(text);
        if (checked.equals(note.text())) {
            return new Edited.Saved(note);
        }
        int written = database.update(NOTE)
                .set(NOTE.TEXT, checked)
                .set(NOTE.VERSION, NOTE.VERSION.plus(1))
                .set(NOTE.EDITED_AT, now())
                .set(NOTE.EDITED_BY, Actor.current().name())
                .where(NOTE.ID.eq(id.value()), NOTE.VERSION.eq(version))
                .execute();
        if (written == 0) {
            return new Edited.Outdated(get(id));
        }
        mentions.write(id, checked, now());
        audit("notebook.note-edited", id, note.customer());
        return new Edited.Saved(get(id));
    }

    private Note mine(NoteId id) {
        Note note = get(id);
        Authorship.check(note.author());
        return note;
    }

    /** Puts it before the others, or back among them; whoever may write may do so. */
    @Transactional
    public Note pin(NoteId id, boolean pinned) {
        Note note = get(id);
        if (note.pinned() != pinned) {
            database.update(NOTE)
                    .set(NOTE.PINNED_AT, pinned ? now() : null)
                    .where(NOTE.ID.eq(id.value()))
                    .execute();
        }
        return get(id);
    }

    /** Takes it away; until the sweep some weeks later it can be brought back. */
    @Transactional
    public Note remove(NoteId id) {
        Note note = mine(id);
        database.update(NOTE)
                .set(NOTE.REMOVED_AT, now())
                .where(NOTE.ID.eq(id.value()))
                .execute();
        audit("notebook.note-removed", id, note.customer());
        return note;
    }

    /** Brings back what was removed. */
    @Transactional
    public Note restore(NoteId id) {
        NoteRecord row = database.selectFrom(NOTE)
                .where(NOTE.ID.eq(id.value()), owners.seen(NOTE.CUSTOMER_ID))
                .fetchOptional()
                .orElseThrow(Refusal::notFound);
        Authorship.check(Authorship.of(row.getAuthorKind(), row.getAuthorId(), row.getAuthorName()));
        database.update(NOTE)
                .setNull(NOTE.REMOVED_AT)
                .where(NOTE.ID.eq(id.value()))
                .execute();
        audit("notebook.note-restored", id, new CustomerId(row.getCustomerId()));
        return get(id);
    }

    private void audit(String action, NoteId id, CustomerId customer) {
        audit.record(action, SUBJECT, Long.toString(id.value()), Map.of("customer", customer.value()));
    }

    private List<Note> notes(List<NoteRecord> rows) {
        Long[] ids = rows.stream().map(NoteRecord::getId).toArray(Long[]::new);
        Map<Long, List<String>> mentioned = database.select(MENTION.NOTE_ID, MENTION.NAME)
                .from(MENTION)
                .where(MENTION.NOTE_ID.eq(DSL.any(ids)))
                .fetchGroups(MENTION.NOTE_ID, MENTION.NAME);
        return rows.stream()
                .map(row -> new Note(
                        new NoteId(row.getId()),
                        new CustomerId(row.getCustomerId()),
                        row.getText(),
                        row.getVersion(),
                        row.getWrittenAt().toInstant(),
                        Authorship.of(row.getAuthorKind(), row.getAuthorId(), row.getAuthorName()),
                        Optional.ofNullable(row.getEditedAt())
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getEditedBy(),
                        row.getPinnedAt() != null,
                        mentioned.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
