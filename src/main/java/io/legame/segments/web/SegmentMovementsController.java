package io.legame.segments.web;

import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.platform.Companies;
import io.legame.segments.Memberships;
import io.legame.segments.Passage;
import io.legame.segments.Passages;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Sizes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who came to a segment and who went, loaded after its page. */
@Controller
@RequestMapping("/segments/{id}/movements")
@PreAuthorize("hasAuthority('segments:view')")
class SegmentMovementsController {
    private static final int DAYS = 90;
    private static final int LATEST = 12;

    private final Segments segments;
    private final Memberships memberships;
    private final Sizes sizes;
    private final Passages passages;
    private final Customers customers;
    private final Companies companies;
    private final InstantSource clock;

    SegmentMovementsController(
            Segments segments,
            Memberships memberships,
            Sizes sizes,
            Passages passages,
            Customers customers,
            Companies companies,
            InstantSource clock) {
        this.segments = segments;
        this.memberships = memberships;
        this.sizes = sizes;
        this.passages = passages;
        this.customers = customers;
        this.companies = companies;
        this.clock = clock;
    }

    @GetMapping
    SegmentMovements show(@PathVariable long id) {
        SegmentId segment = segments.get(new SegmentId(id)).id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.get().timeZone());
        List<Passage> latest = passages.latest(segment, LATEST);
        var names = customers
                .summaries(latest.stream().map(Passage::customer).distinct().toList())
                .stream()
                .collect(Collectors.toMap(CustomerSummary::id, CustomerSummary::name));
        return new SegmentMovements(
                memberships.count(segment).orElse(null),
                sizes.of(segment, today.minusDays(DAYS - 1L), today),
                latest,
                names);
    }
}
