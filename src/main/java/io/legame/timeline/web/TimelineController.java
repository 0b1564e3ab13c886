package io.legame.timeline.web;

import io.legame.catalogue.Catalogue;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Address;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import io.legame.timeline.Entry;
import io.legame.timeline.Landmark;
import io.legame.timeline.Landmarks;
import io.legame.timeline.Timeline;
import io.legame.timeline.TimelineFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TimelineController {
    private static final int PAGE = 30;

    private final Timeline timeline;
    private final Customers customers;
    private final List<Landmarks> landmarks;
    private final Catalogue catalogue;
    private final Companies companies;

    TimelineController(
            Timeline timeline,
            Customers customers,
            List<Landmarks> landmarks,
            Catalogue catalogue,
            Companies companies) {
        this.timeline = timeline;
        this.customers = customers;
        this.landmarks = landmarks;
        this.catalogue = catalogue;
        this.companies = companies;
    }

    /** The panel of the customer card, or a further stretch of it. */
    @GetMapping("/timeline/customers/{id}")
    @PreAuthorize("hasAuthority('timeline:view')")
    View show(
            @PathVariable long id,
            @RequestParam(name = "kind", required = false) @Nullable Set<String> kinds,
            @RequestParam(name = "touchpoint", required = false) @Nullable Set<String> touchpoints,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable Long beforeId) {
        var customer = new CustomerId(id);
        if (customers.find(customer).isEmpty()) {
            throw Refusal.notFound();
        }
        var filter = new TimelineFilter(chosen(kinds), chosen(touchpoints));
        Entry.Cursor after = before == null || beforeId == null ? null : new Entry.Cursor(before, beforeId);
        TimelineEntries entries = entries(customer, filter, after);
        return after == null ? new CustomerTimeline(customer, filter, timeline.touchpoints(), entries) : entries;
    }

    private static Set<String> chosen(@Nullable Set<String> values) {
        return values == null
                ? Set.of()
                : values.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    private TimelineEntries entries(CustomerId customer, TimelineFilter filter, Entry.@Nullable Cursor after) {
        List<Entry> found = timeline.entries(customer, filter, after, PAGE + 1);
        List<Entry> page = found.subList(0, Math.min(PAGE, found.size()));
        var products = catalogue.products(page.stream()
                .flatMap(entry -> entry.lines().stream())
                .map(Entry.Line::product)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet()));
        ZoneId timeZone = companies.get().timeZone();
        boolean more = found.size() > PAGE;
        return new TimelineEntries(
                page,
                filter.equals(TimelineFilter.ALL)
                        ? landmarks(customer, after, more ? page.getLast() : null)
                        : List.of(),
                products,
                timeZone,
                after == null ? null : LocalDate.ofInstant(after.occurredAt(), timeZone),
                more ? next(customer, filter, page.getLast()) : null,
                !filter.equals(TimelineFilter.ALL));
    }

    /** @param last where the stretch ends; null where everything does */
    private List<Landmark> landmarks(CustomerId customer, Entry.@Nullable Cursor after, @Nullable Entry last) {
        Instant until = after == null ? null : after.occurredAt();
        Instant since = last == null ? null : last.occurredAt();
        return landmarks.stream()
                .flatMap(each -> each.of(customer, since, until).stream())
                .sorted(Comparator.comparing(Landmark::at).reversed())
                .toList();
    }

    private static String next(CustomerId customer, TimelineFilter filter, Entry last) {
        var address = Address.of("/timeline/customers/" + customer.value());
        filter.kinds().forEach(kind -> address.with("kind", kind));
        filter.touchpoints().forEach(touchpoint -> address.with("touchpoint", touchpoint));
        return address.with("before", last.occurredAt())
                .with("beforeId", last.id())
                .toString();
    }
}
