package io.legame.timeline.web;

import io.legame.customers.Merge;
import io.legame.customers.MergeId;
import io.legame.customers.Merges;
import io.legame.platform.Refusal;
import io.legame.timeline.Entry;
import io.legame.timeline.Timeline;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asks whose is what happened since customers became one, before they are separated. */
@Controller
class SinceMergeController {
    /** More than anybody gives away one by one. */
    private static final int MOST = 100;

    private final Merges merges;
    private final Timeline timeline;

    SinceMergeController(Merges merges, Timeline timeline) {
        this.merges = merges;
        this.timeline = timeline;
    }

    @GetMapping("/timeline/merges/{id}")
    @PreAuthorize("hasAuthority('timeline:view') and hasAuthority('customers:merge')")
    SinceMerge show(@PathVariable long id) {
        Merge merge = merges.find(new MergeId(id)).orElseThrow(Refusal::notFound);
        List<Entry> entries = timeline.since(merge.id(), merge.survivor().id(), MOST + 1);
        return new SinceMerge(merge, entries.subList(0, Math.min(MOST, entries.size())), entries.size() > MOST);
    }
}
