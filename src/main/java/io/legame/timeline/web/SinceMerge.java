package io.legame.timeline.web;

import io.legame.customers.Merge;
import io.legame.platform.View;
import io.legame.timeline.Entry;
import java.util.List;

/**
 * What happened with the one that stayed since customers became it, to be given to whom it belongs.
 *
 * @param more whether more happened than is shown, which stays with the one that stayed
 */
public record SinceMerge(Merge merge, List<Entry> entries, boolean more) implements View {
    /** The name of the entry's field. */
    public String field(Entry entry) {
        return "since.interaction:" + entry.id();
    }
}
