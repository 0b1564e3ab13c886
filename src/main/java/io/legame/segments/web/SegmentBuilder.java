package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import org.jspecify.annotations.Nullable;

/**
 * The page where a filter is built.
 *
 * @param id the segment that is changed; null for a new one
 * @param screen tells this page from others that are open
 * @param problem why it was not saved; null if there is nothing wrong
 * @param changed what somebody else made of the segment meanwhile; null if nobody did
 * @param changedSentence its filter in words
 */
public record SegmentBuilder(
        @Nullable SegmentId id,
        String name,
        String description,
        int version,
        String screen,
        Conditions conditions,
        Preview preview,
        @Nullable String problem,
        @Nullable Segment changed,
        String changedSentence)
        implements View {
    public String action() {
        return id == null ? "/segments" : "/segments/" + id.value();
    }
}
