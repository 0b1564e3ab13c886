package io.legame.notebook.web;

import io.legame.customers.Merge;
import io.legame.notebook.Item;
import io.legame.platform.View;
import java.util.List;

/** What was written about the one that stayed since customers became it, to be given to whom it belongs. */
public record SinceMergeItems(Merge merge, List<Item> items) implements View {
    /** The name of the item's field. */
    public String field(Item item) {
        return "since.notebook:" + item.id();
    }
}
