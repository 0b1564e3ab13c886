package io.legame.segments.web;

import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Telling;
import io.legame.segments.Weights;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The numbers of a saved segment that take a moment: loaded after the page that shows them. */
@Controller
@RequestMapping("/segments/{id}")
@PreAuthorize("hasAuthority('segments:view')")
class SegmentWeightController {
    private final Segments segments;
    private final Weights weights;
    private final Telling telling;
    private final AsOf.Days days;

    SegmentWeightController(Segments segments, Weights weights, Telling telling, AsOf.Days days) {
        this.segments = segments;
        this.weights = weights;
        this.telling = telling;
        this.days = days;
    }

    @GetMapping("/weight")
    SegmentWeight show(@PathVariable long id, @RequestParam(required = false) @Nullable String asOf) {
        Segment segment = segments.get(new SegmentId(id));
        AsOf day = days.of(BuilderForm.day(asOf));
        return new SegmentWeight(
                segment, telling.sentence(segment.filter()), day, weights.of(segment.filter(), day.day()));
    }

    @GetMapping("/months")
    SegmentMonths index(@PathVariable long id, @RequestParam(required = false) @Nullable String asOf) {
        Segment segment = segments.get(new SegmentId(id));
        AsOf day = days.of(BuilderForm.day(asOf));
        return new SegmentMonths(weights.months(segment.filter(), day.day()));
    }
}
