package io.legame.notebook.web;

import io.legame.customers.Merge;
import io.legame.customers.MergeId;
import io.legame.customers.Merges;
import io.legame.notebook.ItemsSince;
import io.legame.platform.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asks about whom is what was written since customers became one, before they are separated. */
@Controller
class SinceMergeItemsController {
    /** More than anybody gives away one by one. */
    private static final int MOST = 100;

    private final Merges merges;
    private final ItemsSince items;

    SinceMergeItemsController(Merges merges, ItemsSince items) {
        this.merges = merges;
        this.items = items;
    }

    @GetMapping("/notebook/merges/{id}")
    @PreAuthorize("hasAuthority('notebook:view') and hasAuthority('customers:merge')")
    SinceMergeItems show(@PathVariable long id) {
        Merge merge = merges.find(new MergeId(id)).orElseThrow(Refusal::notFound);
        return new SinceMergeItems(merge, items.of(merge.id(), merge.survivor().id(), MOST));
    }
}
