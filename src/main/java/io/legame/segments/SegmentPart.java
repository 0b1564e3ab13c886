package io.legame.segments;

import io.legame.segments.Filter.All;
import io.legame.segments.Filter.Any;
import io.legame.segments.Filter.Not;
import java.util.ArrayList;
import java.util.List;

/** Filters of who is in some segments and not in others, with exactly the members that these have. */
public final class SegmentPart {
    private SegmentPart() {}

    /** Who is in all of the first, and in none of the others. */
    public static Filter of(List<Segment> in, List<Segment> notIn) {
        var parts = new ArrayList<Filter>();
        in.forEach(segment -> parts.add(member(segment)));
        notIn.forEach(segment -> parts.add(new Not(member(segment))));
        return takingIn(parts, in);
    }

    /** Who is in any of them. */
    public static Filter any(List<Segment> segments) {
        var parts = new ArrayList<Filter>();
        parts.add(new Any(segments.stream().<Filter>map(SegmentPart::member).toList()));
        return takingIn(parts, segments);
    }

    private static SegmentCondition member(Segment segment) {
        return new SegmentCondition(segment.id(), segment.name(), segment.filter());
    }

    /** Whom a segment takes in must not be left out again by the filter that asks for its members. */
    private static Filter takingIn(List<Filter> parts, List<Segment> segments) {
        if (segments.stream()
                .flatMap(segment -> Filters.conditions(segment.filter()))
                .anyMatch(KeyedCondition.class::isInstance)) {
            parts.add(new KeyedCondition(TakenIn.EITHER));
        }
        if (segments.stream()
                .flatMap(segment -> Filters.conditions(segment.filter()))
                .anyMatch(Condition::asksForDismissed)) {
            parts.add(new DismissedCondition(TakenIn.EITHER));
        }
        return new All(parts);
    }
}
