package io.legame.segments.web;

import io.legame.platform.Refusal;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Telling;
import io.legame.segments.Webhook;
import io.legame.segments.Webhooks;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where passages are sent to. */
@Controller
@RequestMapping("/segments/webhooks")
@PreAuthorize("hasAuthority('segments:administer')")
class SegmentWebhooksController {
    private final Webhooks webhooks;
    private final Segments segments;
    private final Telling telling;

    SegmentWebhooksController(Webhooks webhooks, Segments segments, Telling telling) {
        this.webhooks = webhooks;
        this.segments = segments;
        this.telling = telling;
    }

    @GetMapping
    SegmentWebhooks index() {
        return page(null, "", null);
    }

    /** The secret is shown this once. */
    @PostMapping
    SegmentWebhooks create(
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(required = false) @Nullable Long segment,
            HttpServletResponse response) {
        String typed = url == null ? "" : url;
        try {
            Webhook made = webhooks.create(typed, segment == null ? null : new SegmentId(segment));
            return page(made, "", null);
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            return page(null, typed, telling.reason(refusal));
        }
    }

    private SegmentWebhooks page(@Nullable Webhook made, String typed, @Nullable String problem) {
        return new SegmentWebhooks(webhooks.list(), segments.list(), made, typed, problem);
    }

    @PostMapping("/{id}/try")
    String update(@PathVariable long id) {
        webhooks.tryNow(id);
        return "redirect:/segments/webhooks";
    }

    @PostMapping("/{id}/delete")
    String destroy(@PathVariable long id) {
        webhooks.remove(id);
        return "redirect:/segments/webhooks";
    }
}
