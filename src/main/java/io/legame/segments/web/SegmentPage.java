package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import io.legame.segments.Weight;
import java.util.List;

/**
 * A saved segment.
 *
 * @param settings what may be said about it
 * @param users the names of the segments that ask for its members
 */
public record SegmentPage(
        Segment segment,
        String sentence,
        List<String> users,
        AsOf asOf,
        Weight weight,
        SegmentMembers members,
        SegmentSettings settings)
        implements View {}
