package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The name of a list, a new one or one that is there.
 *
 * @param segment null for a new one
 * @param problem why it was not saved
 */
public record SegmentListForm(
        @Nullable Segment segment,
        String name,
        String description,
        int version,
        @Nullable String problem) implements View {
    static SegmentListForm of(Segment segment) {
        String description = segment.description();
        return new SegmentListForm(
                segment, segment.name(), description == null ? "" : description, segment.version(), null);
    }

    public String action() {
        return segment == null ? "/segments/lists" : "/segments/" + segment.id().value();
    }
}
