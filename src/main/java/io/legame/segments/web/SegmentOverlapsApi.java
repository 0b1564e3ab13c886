package io.legame.segments.web;

import io.legame.platform.Refusal;
import io.legame.segments.AsOf;
import io.legame.segments.Filter;
import io.legame.segments.Overlap;
import io.legame.segments.Overlaps;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/segments")
@Tag(name = "Segments")
@PreAuthorize("hasAuthority('segments:view')")
class SegmentOverlapsApi {
    private final Segments segments;
    private final Overlaps overlaps;
    private final AsOf.Days days;

    SegmentOverlapsApi(Segments segments, Overlaps overlaps, AsOf.Days days) {
        this.segments = segments;
        this.overlaps = overlaps;
        this.days = days;
    }

    /** @param regions who is in exactly these segments, without those in which nobody is */
    record Compared(LocalDate asOf, List<Long> segments, List<Region> regions, Region union) {}

    /**
     * @param in the numbers of the segments; all of them for the union
     * @param shareOfRevenue of the company's, as with a segment's weight
     */
    record Region(
            List<Long> in,
            long customers,
            BigDecimal revenue,
            double shareOfRevenue,
            @Nullable BigDecimal margin,
            @Nullable Double shareOfMargin) {}

    record Shared(LocalDate asOf, List<Other> overlaps) {}

    /** @param shared how many are in both */
    record Other(long segment, String name, long customers, long shared) {}

    @GetMapping("/compare")
    @Operation(
            summary = "What two or three segments have in common",
            description = "Takes ?segment=1&segment=2, and asOf.")
    Compared show(
            @RequestParam(required = false) @Nullable List<Long> segment,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        List<Long> ids =
                segment == null ? List.of() : segment.stream().distinct().toList();
        if (ids.size() < 2 || ids.size() > Overlaps.MOST) {
            throw Refusal.of("segments.error.compare", Overlaps.MOST);
        }
        List<Filter> filters =
                ids.stream().map(id -> segments.get(new SegmentId(id)).filter()).toList();
        Overlap overlap = overlaps.of(filters, days.of(asOf).day());
        return new Compared(
                overlap.asOf(),
                ids,
                overlap.regions().stream()
                        .map(region -> told(region, some(ids, region.in()), overlap))
                        .toList(),
                told(overlap.union(), ids, overlap));
    }

    private static List<Long> some(List<Long> ids, int bits) {
        return IntStream.range(0, ids.size())
                .filter(index -> (bits >> index & 1) == 1)
                .mapToObj(ids::get)
                .toList();
    }

    private static Region told(Overlap.Region region, List<Long> in, Overlap overlap) {
        return new Region(
                in,
                region.size(),
                region.worth().revenue(),
                region.worth().revenueShareOf(overlap.total()),
                region.worth().margin(),
                region.worth().marginShareOf(overlap.total()));
    }

    @GetMapping("/{id}/overlaps")
    @Operation(summary = "How many customers a segment has in common with each other one")
    Shared index(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        Segment one = segments.get(new SegmentId(id));
        LocalDate day = days.of(asOf).day();
        List<Segment> others = segments.list().stream()
                .filter(other -> !other.id().equals(one.id()))
                .toList();
        List<Overlaps.Shared> shared = overlaps.shared(
                one.filter(), others.stream().map(Segment::filter).toList(), day);
        return new Shared(
                day,
                IntStream.range(0, others.size())
                        .mapToObj(i -> new Other(
                                others.get(i).id().value(),
                                others.get(i).name(),
                                shared.get(i).size(),
                                shared.get(i).shared()))
                        .toList());
    }
}
