package io.legame.segments.web;

import io.legame.access.Actor;
import io.legame.platform.Viewer;
import io.legame.segments.Alerts;
import io.legame.segments.Segment;
import io.legame.segments.Segments;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells what whoever looks at a segment may say about it. */
@Component
class SegmentSettingsOf {
    private final Segments segments;
    private final Alerts alerts;

    SegmentSettingsOf(Segments segments, Alerts alerts) {
        this.segments = segments;
        this.alerts = alerts;
    }

    SegmentSettings segment(Segment segment) {
        boolean edits = Viewer.current().may("segments:edit");
        boolean arranges = edits && segments.mayArrange(segment);
        return new SegmentSettings(
                edits && segments.mayChange(segment),
                arranges,
                arranges ? segments.folders() : List.of(),
                alerts.of(segment.id()),
                Actor.current().kind() == Actor.Kind.ACCOUNT);
    }
}
