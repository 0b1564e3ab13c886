package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import io.legame.segments.Weight;

/** A line of the list, once the segment is weighed. */
public record SegmentWeight(Segment segment, String sentence, AsOf asOf, Weight weight) implements View {}
