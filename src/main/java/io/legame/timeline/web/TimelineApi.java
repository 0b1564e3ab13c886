package io.legame.timeline.web;

import io.legame.access.AuditTrail;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import io.legame.timeline.Entry;
import io.legame.timeline.Timeline;
import io.legame.timeline.TimelineFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Timeline")
class TimelineApi {
    private static final int LARGEST_PAGE = 1000;

    private final Timeline timeline;
    private final Customers customers;
    private final AuditTrail audit;

    TimelineApi(Timeline timeline, Customers customers, AuditTrail audit) {
        this.timeline = timeline;
        this.customers = customers;
        this.audit = audit;
    }

    /**
     * A stretch of a timeline, newest first.
     *
     * @param next what to ask with as {@code before} and {@code beforeId} for the next stretch; null at the end
     */
    record Page(List<Entry> entries, Entry.@Nullable Cursor next) {}

    @GetMapping("/api/v1/customers/{id}/timeline")
    @PreAuthorize("hasAuthority('timeline:view')")
    @Operation(summary = "Read a customer's timeline, newest first")
    Page show(
            @PathVariable long id,
            @RequestParam(name = "kind", required = false) @Nullable Set<String> kinds,
            @RequestParam(name = "touchpoint", required = false) @Nullable Set<String> touchpoints,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable Long beforeId,
            @RequestParam(defaultValue = "100") int limit) {
        var customer = new CustomerId(id);
        if (customers.find(customer).isEmpty()) {
            throw Refusal.notFound();
        }
        audit.record("timeline.viewed", "customer", Long.toString(id), Map.of());
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        var filter = new TimelineFilter(kinds == null ? Set.of() : kinds, touchpoints == null ? Set.of() : touchpoints);
        Entry.Cursor after = before == null ? null : new Entry.Cursor(before, beforeId == null ? 0 : beforeId);
        List<Entry> found = timeline.entries(customer, filter, after, size + 1);
        List<Entry> page = found.subList(0, Math.min(size, found.size()));
        return new Page(page, found.size() > size ? page.getLast().cursor() : null);
    }
}
