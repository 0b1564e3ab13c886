package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import java.util.List;

/** All saved segments. */
public record SegmentList(AsOf asOf, List<Entry> entries, List<Example> examples) implements View {
    public record Entry(Segment segment, String sentence) {}

    /** @param filter as JSON, to begin the builder with */
    public record Example(String key, String filter, String sentence) {}
}
