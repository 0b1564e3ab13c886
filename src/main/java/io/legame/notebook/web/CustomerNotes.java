package io.legame.notebook.web;

import io.legame.customers.CustomerId;
import io.legame.notebook.Note;
import io.legame.platform.Address;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written down about a customer: a panel of its card.
 *
 * @param all how many notes there are, whatever is searched
 * @param skipped how many were shown before; 0 for the panel itself
 * @param said what was just done; null when the panel is only looked at
 */
public record CustomerNotes(
        CustomerId customer,
        List<NoteItem> notes,
        int all,
        @Nullable String search,
        int skipped,
        boolean more,
        @Nullable Said said)
        implements View {
    /** One note, and whether who looks may change it. */
    public record NoteItem(Note note, boolean changeable) {}

    /** So many that a search is worth its room. */
    private static final int MANY = 4;

    public String path() {
        return "/notebook/customers/" + customer.value() + "/notes";
    }

    public boolean searchable() {
        return all > MANY;
    }

    /** Where the next stretch is. */
    public String next() {
        return Address.of(path())
                .with("q", search)
                .with("skipped", skipped + notes.size())
                .toString();
    }
}
