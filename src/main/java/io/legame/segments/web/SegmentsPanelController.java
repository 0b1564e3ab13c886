package io.legame.segments.web;

import io.legame.platform.ShareBars;
import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import io.legame.segments.Segments;
import io.legame.segments.Telling;
import io.legame.segments.Weight;
import io.legame.segments.Weights;
import io.legame.segments.Words;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SegmentsPanelController {
    private static final int SHOWN = 8;

    private final Segments segments;
    private final Weights weights;
    private final Telling telling;
    private final AsOf.Days days;

    SegmentsPanelController(Segments segments, Weights weights, Telling telling, AsOf.Days days) {
        this.segments = segments;
        this.weights = weights;
        this.telling = telling;
        this.days = days;
    }

    @GetMapping("/segments/panel")
    @PreAuthorize("hasAuthority('segments:view')")
    SegmentsPanel show() {
        AsOf asOf = days.of(null);
        Words words = telling.words();
        List<ShareBars.Row> rows = segments.list().stream()
                .limit(SHOWN)
                .map(segment -> row(segment, weights.of(segment.filter(), asOf.day()), words))
                .toList();
        return new SegmentsPanel(
                asOf,
                rows.isEmpty()
                        ? null
                        : new ShareBars(
                                words.text("title"),
                                words.text("shareOfCustomers"),
                                words.text("shareOfRevenue"),
                                rows));
    }

    private static ShareBars.Row row(Segment segment, Weight weight, Words words) {
        return new ShareBars.Row(
                segment.name(),
                "/segments/" + segment.id().value(),
                weight.share(),
                weight.revenueShare(),
                words.formats().percent(weight.share()),
                words.formats().percent(weight.revenueShare()));
    }
}
