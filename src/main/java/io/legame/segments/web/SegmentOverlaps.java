package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Overlaps;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import java.util.List;

/** The segments that share most customers with one. */
public record SegmentOverlaps(SegmentId segment, AsOf asOf, long size, List<Other> others) implements View {
    public record Other(Segment segment, Overlaps.Shared shared) {}

    public double share(Other other) {
        return size == 0 ? 0 : (double) other.shared().shared() / size;
    }
}
