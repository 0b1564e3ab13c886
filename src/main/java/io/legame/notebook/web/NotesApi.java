package io.legame.notebook.web;

import io.legame.access.AuditTrail;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.notebook.Note;
import io.legame.notebook.NoteId;
import io.legame.notebook.Notes;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Notebook", description = "What the staff write down about customers, keep with them and have to do.")
class NotesApi {
    private static final int LARGEST_PAGE = 1000;

    private final Notes notes;
    private final Customers customers;
    private final AuditTrail audit;

    NotesApi(Notes notes, Customers customers, AuditTrail audit) {
        this.notes = notes;
        this.customers = customers;
        this.audit = audit;
    }

    /**
     * A note.
     *
     * @param version send it back with a change
     * @param mentioned the names of the colleagues that it names with {@code @}
     */
    record WrittenNote(
            long id,
            long customer,
            String text,
            int version,
            Instant writtenAt,
            String author,
            @Nullable Instant editedAt,
            @Nullable String editedBy,
            boolean pinned,
            List<String> mentioned) {
        static WrittenNote of(Note note) {
            return new WrittenNote(
                    note.id().value(),
                    note.customer().value(),
                    note.text(),
                    note.version(),
                    note.writtenAt(),
                    note.author().name(),
                    note.editedAt(),
                    note.editedBy(),
                    note.pinned(),
                    note.mentioned());
        }
    }

    /** @param next give it as {@code skipped} for the next page; null on the last one */
    record NotePage(List<WrittenNote> notes, @Nullable Integer next) {}

    /** @param text plain, with line breaks */
    record NewNote(@Nullable String text, @Nullable Boolean pinned) {}

    /**
     * What to change; what is absent stays.
     *
     * @param version of the text that was read; absent for whatever is there now
     */
    record NoteChange(
            @Nullable String text,
            @Nullable Integer version,
            @Nullable Boolean pinned) {}

    @GetMapping("/api/v1/customers/{id}/notes")
    @PreAuthorize("hasAuthority('notebook:view')")
    @Operation(summary = "Read a customer's notes, the pinned first, then the newest")
    NotePage index(
            @PathVariable long id,
            @RequestParam(name = "q", required = false) @Nullable String search,
            @RequestParam(defaultValue = "0") int skipped,
            @RequestParam(defaultValue = "100") int limit) {
        var customer = customers.current(new CustomerId(id));
        if (customers.summaries(List.of(customer)).isEmpty()) {
            throw Refusal.notFound();
        }
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        int from = Math.max(0, skipped);
        List<Note> found = notes.of(customer, search, from, size + 1);
        audit.record("notebook.notes-viewed", "customer", Long.toString(customer.value()), Map.of());
        return new NotePage(
                found.stream().limit(size).map(WrittenNote::of).toList(), found.size() > size ? from + size : null);
    }

    @PostMapping("/api/v1/customers/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(summary = "Write a note about a customer; @ before a colleague's name tells them")
    WrittenNote create(@PathVariable long id, @RequestBody NewNote draft) {
        NoteId note = notes.add(new CustomerId(id), draft.text());
        return WrittenNote.of(Boolean.TRUE.equals(draft.pinned()) ? notes.pin(note, true) : notes.get(note));
    }

    @GetMapping("/api/v1/notes/{id}")
    @PreAuthorize("hasAuthority('notebook:view')")
    @Operation(summary = "Read a note")
    WrittenNote show(@PathVariable long id) {
        return WrittenNote.of(notes.get(new NoteId(id)));
    }

    @PatchMapping("/api/v1/notes/{id}")
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(
            summary = "Change a note",
            description = "With the version that was read nothing is overwritten that somebody wrote since: 409.")
    WrittenNote update(@PathVariable long id, @RequestBody NoteChange change) {
        var note = new NoteId(id);
        if (change.text() != null) {
            int version = change.version() == null ? notes.get(note).version() : change.version();
            if (notes.edit(note, version, change.text()) instanceof Notes.Edited.Outdated outdated) {
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "notebook.error.outdated",
                        outdated.note().version());
            }
        }
        return WrittenNote.of(change.pinned() == null ? notes.get(note) : notes.pin(note, change.pinned()));
    }

    @DeleteMapping("/api/v1/notes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(summary = "Remove a note; for thirty days it can be brought back")
    void destroy(@PathVariable long id) {
        notes.remove(new NoteId(id));
    }

    @PostMapping("/api/v1/notes/{id}/restore")
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(summary = "Bring back a note that was removed")
    WrittenNote restore(@PathVariable long id) {
        return WrittenNote.of(notes.restore(new NoteId(id)));
    }
}
