package io.legame.segments.web;

import io.legame.access.AuditTrail;
import io.legame.customers.Customer;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Telling;
import io.legame.segments.Verdicts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SegmentWhyController {
    private final Segments segments;
    private final Customers customers;
    private final Verdicts verdicts;
    private final Telling telling;
    private final AuditTrail audit;
    private final AsOf.Days days;

    SegmentWhyController(
            Segments segments,
            Customers customers,
            Verdicts verdicts,
            Telling telling,
            AuditTrail audit,
            AsOf.Days days) {
        this.segments = segments;
        this.customers = customers;
        this.verdicts = verdicts;
        this.telling = telling;
        this.audit = audit;
        this.days = days;
    }

    /** @param customer whom it is asked of; blank until somebody is chosen */
    @GetMapping("/segments/{id}/why")
    @PreAuthorize("hasAuthority('segments:view') and hasAuthority('customers:view')")
    SegmentWhy show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(required = false) @Nullable String asOf) {
        Segment segment = segments.get(new SegmentId(id));
        AsOf day = days.of(BuilderForm.day(asOf));
        String sentence = telling.sentence(segment.filter());
        if (customer == null) {
            return new SegmentWhy(segment, sentence, day, null, null, null);
        }
        Customer found = customers.find(new CustomerId(customer)).orElseThrow(Refusal::notFound);
        audit.record("segments.why", "customer", Long.toString(found.id().value()), Map.of("segment", segment.name()));
        return new SegmentWhy(
                segment,
                sentence,
                day,
                found.id().value(),
                found.displayName(),
                verdicts.of(segment.filter(), found.id(), day.day()).orElse(null));
    }
}
