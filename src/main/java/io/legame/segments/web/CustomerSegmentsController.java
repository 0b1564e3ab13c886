package io.legame.segments.web;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import io.legame.segments.Segments;
import io.legame.segments.Verdicts;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The panel of the customer card that says to which segments the customer belongs. */
@Controller
class CustomerSegmentsController {
    private final Segments segments;
    private final Customers customers;
    private final Verdicts verdicts;
    private final AsOf.Days days;

    CustomerSegmentsController(Segments segments, Customers customers, Verdicts verdicts, AsOf.Days days) {
        this.segments = segments;
        this.customers = customers;
        this.verdicts = verdicts;
        this.days = days;
    }

    @GetMapping("/segments/customers/{id}")
    @PreAuthorize("hasAuthority('segments:view') and hasAuthority('customers:view')")
    CustomerSegments show(@PathVariable long id) {
        CustomerId customer = customers
                .find(new CustomerId(id))
                .orElseThrow(Refusal::notFound)
                .id();
        List<Segment> all = segments.list();
        List<Boolean> belongs = verdicts.memberships(
                all.stream().map(Segment::filter).toList(),
                customer,
                days.of(null).day());
        return new CustomerSegments(
                customer.value(),
                IntStream.range(0, all.size())
                        .filter(belongs::get)
                        .mapToObj(all::get)
                        .toList());
    }
}
