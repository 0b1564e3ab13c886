package io.legame.notebook.web;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.notebook.Note;
import io.legame.notebook.NoteId;
import io.legame.notebook.Notes;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.legame.platform.View;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes on the customer card. Forms answer with the panel that they are part of. */
@Controller
@PreAuthorize("hasAuthority('notebook:view') and hasAuthority('notebook:write')")
class NotesController {
    private static final int FIRST = 4;
    private static final int NEXT = 20;

    private final Notes notes;
    private final Customers customers;
    private final Texts texts;

    NotesController(Notes notes, Customers customers, Texts texts) {
        this.notes = notes;
        this.customers = customers;
        this.texts = texts;
    }

    @GetMapping("/notebook/customers/{id}/notes")
    @PreAuthorize("hasAuthority('notebook:view')")
    CustomerNotes index(
            @PathVariable long id,
            @RequestParam(name = "q", required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable Integer skipped) {
        return panel(customers.current(new CustomerId(id)), search, skipped == null ? 0 : Math.max(0, skipped), null);
    }

    private CustomerNotes panel(CustomerId customer, @Nullable String search, int skipped, @Nullable Said said) {
        int size = skipped == 0 && search == null ? FIRST : NEXT;
        List<Note> found = notes.of(customer, search, skipped, size + 1);
        return new CustomerNotes(
                customer,
                found.stream()
                        .limit(size)
                        .map(note -> new CustomerNotes.NoteItem(note, notes.mayChange(note)))
                        .toList(),
                notes.count(customer),
                search,
                skipped,
                found.size() > size,
                said);
    }

    @PostMapping("/notebook/customers/{id}/notes")
    CustomerNotes create(
            @PathVariable long id, @RequestParam(required = false) @Nullable String text, Locale language) {
        Note note = notes.get(notes.add(new CustomerId(id), text));
        return done(note, "notebook.note.added", "/notebook/notes/" + note.id().value() + "/remove", language);
    }

    private CustomerNotes done(Note note, String text, @Nullable String undo, Locale language) {
        return panel(note.customer(), null, 0, new Said(texts.get(language, text), undo));
    }

    @GetMapping("/notebook/notes/{id}/edit")
    NoteForm edit(@PathVariable long id) {
        Note note = notes.get(new NoteId(id));
        return new NoteForm(note, note.text(), false, null);
    }

    /** What is refused, or outdated, comes back with all that was typed, in the place of the note. */
    @PostMapping("/notebook/notes/{id}")
    View update(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String text,
            HttpServletResponse response,
            Locale language) {
        View answer = edited(new NoteId(id), version == null ? 0 : version, text == null ? "" : text, language);
        if (answer instanceof NoteForm) {
            response.setHeader("HX-Retarget", "#note-" + id);
        }
        return answer;
    }

    private View edited(NoteId id, int version, String text, Locale language) {
        try {
            return switch (notes.edit(id, version, text)) {
                case Notes.Edited.Saved saved -> done(saved.note(), "notebook.note.saved", null, language);
                case Notes.Edited.Outdated outdated -> new NoteForm(outdated.note(), text, true, null);
            };
        } catch (Refusal refusal) {
            return new NoteForm(notes.get(id), text, false, texts.get(language, refusal.key(), refusal.arguments()));
        }
    }

    @PostMapping("/notebook/notes/{id}/pin")
    CustomerNotes pin(@PathVariable long id, Locale language) {
        return done(notes.pin(new NoteId(id), true), "notebook.note.pinned", null, language);
    }

    @PostMapping("/notebook/notes/{id}/unpin")
    CustomerNotes unpin(@PathVariable long id, Locale language) {
        return done(notes.pin(new NoteId(id), false), "notebook.note.unpinned", null, language);
    }

    /** Also what undoes the writing of a note: a toast's form, which is none of the panel's. */
    @PostMapping("/notebook/notes/{id}/remove")
    String remove(@PathVariable long id, RedirectAttributes flash, Locale language) {
        Note note = notes.remove(new NoteId(id));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "notebook.note.removed"));
        flash.addFlashAttribute(Shells.TOAST_UNDO, "/notebook/notes/" + id + "/restore");
        return "redirect:/customers/" + note.customer().value();
    }

    @PostMapping("/notebook/notes/{id}/restore")
    String restore(@PathVariable long id, RedirectAttributes flash, Locale language) {
        Note note = notes.restore(new NoteId(id));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "notebook.note.restored"));
        return "redirect:/customers/" + note.customer().value();
    }
}
