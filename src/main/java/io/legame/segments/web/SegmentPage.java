package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import io.legame.segments.Weight;

/** A saved segment. */
public record SegmentPage(Segment segment, String sentence, AsOf asOf, Weight weight, SegmentMembers members)
        implements View {}
