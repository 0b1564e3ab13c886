package io.legame.segments;

import io.legame.customers.CustomerId;
import io.legame.platform.Viewer;
import io.legame.timeline.Landmark;
import io.legame.timeline.Landmarks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a customer came to the saved segments and went, among what happened. */
@Component
class SegmentLandmarks implements Landmarks {
    private final Passages passages;

    SegmentLandmarks(Passages passages) {
        this.passages = passages;
    }

    @Override
    public List<Landmark> of(CustomerId customer, @Nullable Instant after, @Nullable Instant until) {
        if (!Viewer.current().may(SegmentsModule.VIEW)) {
            return List.of();
        }
        return passages.of(customer, after, until).entrySet().stream()
                .map(each -> landmark(each.getKey(), each.getValue()))
                .toList();
    }

    private static Landmark landmark(Passage passage, String name) {
        return new Landmark(
                passage.at(),
                "segments",
                "segments.landmark." + (passage.entered() ? "entered" : "gone"),
                List.of(name),
                "/segments/" + passage.segment().value(),
                SegmentsModule.VIEW);
    }
}
