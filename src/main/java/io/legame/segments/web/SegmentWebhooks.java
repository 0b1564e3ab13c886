package io.legame.segments.web;

import io.legame.platform.Shell;
import io.legame.platform.View;
import io.legame.segments.Segment;
import io.legame.segments.Webhook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where passages are sent to.
 *
 * @param made the one that was just made, whose secret is shown
 * @param typed the address that was refused
 * @param problem why
 */
public record SegmentWebhooks(
        List<Webhook> webhooks,
        List<Segment> segments,
        @Nullable Webhook made,
        String typed,
        @Nullable String problem) implements View {
    public String name(Shell shell, Webhook webhook) {
        return segments.stream()
                .filter(segment -> segment.id().equals(webhook.segment()))
                .map(Segment::name)
                .findFirst()
                .orElseGet(() -> shell.text("segments.webhooks.all"));
    }
}
