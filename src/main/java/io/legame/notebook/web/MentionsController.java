package io.legame.notebook.web;

import io.legame.access.AccountId;
import io.legame.access.Actor;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.notebook.Mention;
import io.legame.notebook.Mentions;
import io.legame.notebook.Note;
import io.legame.notebook.NoteId;
import io.legame.notebook.Notes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one is named, and whom one can name. */
@Controller
@PreAuthorize("hasAuthority('notebook:view')")
class MentionsController {
    private static final int SHOWN = 100;
    private static final int FEW = 8;

    private final Mentions mentions;
    private final Notes notes;
    private final Customers customers;

    MentionsController(Mentions mentions, Notes notes, Customers customers) {
        this.mentions = mentions;
        this.notes = notes;
        this.customers = customers;
    }

    /** Who looks at it has seen it. */
    @GetMapping("/notebook/mentions")
    @PreAuthorize("hasAuthority('notebook:view') and hasAuthority('customers:view')")
    MentionsPage index() {
        AccountId account = Actor.current().account();
        List<Mention> found = mentions.of(account, SHOWN);
        Set<NoteId> unread = found.stream()
                .filter(mention -> !mention.read())
                .map(Mention::note)
                .collect(Collectors.toSet());
        List<Note> shown = notes.find(found.stream().map(Mention::note).toList());
        Map<CustomerId, String> names =
                customers
                        .summaries(shown.stream().map(Note::customer).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerSummary::id, CustomerSummary::name));
        mentions.read(account, found);
        return new MentionsPage(shown.stream()
                .map(note -> new MentionsPage.Line(
                        note,
                        note.customer(),
                        names.getOrDefault(
                                note.customer(), "#" + note.customer().value()),
                        unread.contains(note.id())))
                .toList());
    }

    @GetMapping("/notebook/colleagues")
    Colleagues colleagues(@RequestParam(name = "q", required = false) @Nullable String typed) {
        return new Colleagues(mentions.colleagues(typed == null ? "" : typed, FEW));
    }
}
