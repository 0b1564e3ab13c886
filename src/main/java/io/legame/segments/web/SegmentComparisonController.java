package io.legame.segments.web;

import io.legame.segments.AsOf;
import io.legame.segments.Filter;
import io.legame.segments.Filters;
import io.legame.segments.Overlap;
import io.legame.segments.Overlaps;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.SegmentPart;
import io.legame.segments.Segments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Segments beside each other, and what they have in common. */
@Controller
@PreAuthorize("hasAuthority('segments:view')")
class SegmentComparisonController {
    private static final int SHOWN = 10;

    private final Segments segments;
    private final Overlaps overlaps;
    private final Filters filters;
    private final AsOf.Days days;

    SegmentComparisonController(Segments segments, Overlaps overlaps, Filters filters, AsOf.Days days) {
        this.segments = segments;
        this.overlaps = overlaps;
        this.filters = filters;
        this.days = days;
    }

    /** Two or three of them; with fewer, the choice of them. */
    @GetMapping("/segments/compare")
    SegmentComparison show(
            @RequestParam(required = false) @Nullable Long a,
            @RequestParam(required = false) @Nullable Long b,
            @RequestParam(required = false) @Nullable Long c,
            @RequestParam(required = false) @Nullable String asOf) {
        AsOf day = days.of(BuilderForm.day(asOf));
        List<Segment> chosen = Stream.of(a, b, c)
                .filter(Objects::nonNull)
                .distinct()
                .map(id -> segments.get(new SegmentId(id)))
                .toList();
        if (chosen.size() < 2) {
            return new SegmentComparison(day, segments.list(), chosen, null, null, List.of());
        }
        Overlap overlap = overlaps.of(chosen.stream().map(Segment::filter).toList(), day.day());
        return new SegmentComparison(
                day, segments.list(), chosen, overlap, Venn.of(overlap, chosen.size()), parts(chosen, overlap));
    }

    private List<SegmentComparison.Part> parts(List<Segment> chosen, Overlap overlap) {
        var parts = new ArrayList<SegmentComparison.Part>();
        for (int i = 0; i < chosen.size(); i++) {
            parts.add(part(1 << i, true, overlap.group(i), SegmentPart.of(List.of(chosen.get(i)), List.of())));
        }
        // what is in most of them first
        IntStream.range(1, 1 << chosen.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer in) -> -Integer.bitCount(in))
                        .thenComparingInt(in -> in))
                .forEach(in -> parts.add(part(
                        in,
                        false,
                        overlap.together(groups -> groups == in),
                        SegmentPart.of(some(chosen, in), some(chosen, ~in)))));
        parts.add(part(0, true, overlap.union(), SegmentPart.any(chosen)));
        return parts;
    }

    private SegmentComparison.Part part(int in, boolean whole, Overlap.Region region, Filter filter) {
        return new SegmentComparison.Part(in, whole, region, filters.write(filter));
    }

    private static List<Segment> some(List<Segment> chosen, int bits) {
        return IntStream.range(0, chosen.size())
                .filter(index -> (bits >> index & 1) == 1)
                .mapToObj(chosen::get)
                .toList();
    }

    /** The others that share most customers with the segment. */
    @GetMapping("/segments/{id}/overlaps")
    SegmentOverlaps index(@PathVariable long id, @RequestParam(required = false) @Nullable String asOf) {
        Segment segment = segments.get(new SegmentId(id));
        AsOf day = days.of(BuilderForm.day(asOf));
        List<Segment> others = segments.list().stream()
                .filter(other -> !other.id().equals(segment.id()))
                .toList();
        // the segment itself comes first, for its size
        List<Filter> asked = Stream.concat(
                        Stream.of(segment.filter()), others.stream().map(Segment::filter))
                .toList();
        List<Overlaps.Shared> shared = overlaps.shared(segment.filter(), asked, day.day());
        return new SegmentOverlaps(
                segment.id(),
                day,
                shared.getFirst().size(),
                IntStream.range(0, others.size())
                        .mapToObj(i -> new SegmentOverlaps.Other(others.get(i), shared.get(i + 1)))
                        .filter(other -> other.shared().shared() > 0)
                        .sorted(Comparator.comparingLong(
                                (SegmentOverlaps.Other other) -> -other.shared().shared()))
                        .limit(SHOWN)
                        .toList());
    }
}
