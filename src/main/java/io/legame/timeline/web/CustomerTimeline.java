package io.legame.timeline.web;

import io.legame.customers.CustomerId;
import io.legame.platform.View;
import io.legame.timeline.TimelineFilter;
import io.legame.timeline.Touchpoint;
import java.util.List;

/** A customer's timeline with its filters: the main panel of the customer card. */
public record CustomerTimeline(
        CustomerId customer, TimelineFilter filter, List<Touchpoint> touchpoints, TimelineEntries entries)
        implements View {
    /** The kinds offered as filters; a kind that only a source knows is still shown in the timeline itself. */
    public static final List<String> KINDS =
            List.of("purchase", "return", "message", "visit", "call", "request", "assistance", "note");
}
