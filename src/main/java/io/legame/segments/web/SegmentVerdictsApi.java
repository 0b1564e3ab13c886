package io.legame.segments.web;

import io.legame.access.AuditTrail;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Verdict;
import io.legame.segments.Verdicts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/segments")
@Tag(name = "Segments")
@PreAuthorize("hasAuthority('segments:view') and hasAuthority('customers:view')")
class SegmentVerdictsApi {
    private final Segments segments;
    private final Customers customers;
    private final Verdicts verdicts;
    private final AuditTrail audit;
    private final AsOf.Days days;

    SegmentVerdictsApi(Segments segments, Customers customers, Verdicts verdicts, AuditTrail audit, AsOf.Days days) {
        this.segments = segments;
        this.customers = customers;
        this.verdicts = verdicts;
        this.audit = audit;
        this.days = days;
    }

    /**
     * @param hasKey whether the customer has the unique key, or the filter asks for it itself
     * @param kept the same of being let go
     * @param why the filter's tree: {@code all}, {@code any} or {@code none} of parts, or a {@code condition} with its
     *     sentence; each with whether it holds, and whether the whole is as it is because of it
     */
    record Told(
            LocalDate asOf,
            long segment,
            long customer,
            boolean member,
            boolean hasKey,
            boolean kept,
            Map<String, Object> why) {}

    record Membership(long id, String name) {}

    @GetMapping("/{id}/customers/{customer}")
    @Operation(
            summary = "Why a customer belongs to a segment, or does not",
            description = "409 while the customer is too new to be known to the warehouse: ask again in a few seconds.")
    Told show(
            @PathVariable long id,
            @PathVariable long customer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        Segment segment = segments.get(new SegmentId(id));
        CustomerId found = seen(customer);
        audit.record("segments.why", "customer", Long.toString(found.value()), Map.of("segment", segment.name()));
        Verdict verdict = verdicts.of(segment.filter(), found, days.of(asOf).day())
                .orElseThrow(() -> new Refusal(org.springframework.http.HttpStatus.CONFLICT, "segments.why.notYet"));
        return new Told(
                verdict.asOf(),
                id,
                found.value(),
                verdict.isMember(),
                verdict.keyed(),
                verdict.kept(),
                told(verdict.why()));
    }

    @GetMapping("/customers/{customer}")
    @Operation(summary = "The segments that a customer belongs to, by name")
    Map<String, List<Membership>> index(
            @PathVariable long customer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        CustomerId found = seen(customer);
        List<Segment> all = segments.list();
        List<Boolean> belongs = verdicts.memberships(
                all.stream().map(Segment::filter).toList(), found, days.of(asOf).day());
        return Map.of(
                "segments",
                IntStream.range(0, all.size())
                        .filter(belongs::get)
                        .mapToObj(all::get)
                        .map(segment -> new Membership(segment.id().value(), segment.name()))
                        .toList());
    }

    private CustomerId seen(long customer) {
        return customers
                .find(new CustomerId(customer))
                .orElseThrow(Refusal::notFound)
                .id();
    }

    private static Map<String, Object> told(Verdict.Part part) {
        var json = new LinkedHashMap<String, Object>();
        switch (part) {
            case Verdict.Joined joined ->
                json.put(
                        joined.match(),
                        joined.parts().stream().map(SegmentVerdictsApi::told).toList());
            case Verdict.Asked asked -> {
                json.put("condition", asked.condition());
                json.put("sentence", asked.sentence());
                if (asked.actual() != null) {
                    json.put("actual", asked.actual());
                }
            }
        }
        json.put("holds", part.holds());
        json.put("decides", part.decides());
        return json;
    }
}
