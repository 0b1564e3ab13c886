package io.legame.segments.web;

import io.legame.platform.Refusal;
import io.legame.segments.AsOf;
import io.legame.segments.Filter;
import io.legame.segments.FilterSentences;
import io.legame.segments.Filters;
import io.legame.segments.Member;
import io.legame.segments.Members;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Telling;
import io.legame.segments.Weight;
import io.legame.segments.Weights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/segments")
@Tag(name = "Segments", description = "Groups of customers, their size and their weight on revenue.")
class SegmentsApi {
    private static final int LARGEST_PAGE = 1000;

    private final Segments segments;
    private final Filters filters;
    private final FilterBodies bodies;
    private final Telling telling;
    private final FilterSentences sentences;
    private final Weights weights;
    private final Members members;
    private final AsOf.Days days;

    SegmentsApi(
            Segments segments,
            Filters filters,
            FilterBodies bodies,
            Telling telling,
            FilterSentences sentences,
            Weights weights,
            Members members,
            AsOf.Days days) {
        this.segments = segments;
        this.filters = filters;
        this.bodies = bodies;
        this.telling = telling;
        this.sentences = sentences;
        this.weights = weights;
        this.members = members;
        this.days = days;
    }

    /**
     * @param incomplete how many more match, but are left out because they lack the unique key
     * @param dismissed how many more match, but are left out because the company let them go
     * @param revenue net of returns, in the company's currency, of all time up to the day
     * @param margin amount less cost, of the lines whose cost is known; null when the cost of none is
     * @param shareOfMargin of the company's margin; null when either is not known, or the company made none
     * @param revenueOfUnknownCost as much of the revenue as the margin says nothing of
     */
    record Numbers(
            LocalDate asOf,
            String sentence,
            long customers,
            long incomplete,
            long dismissed,
            double shareOfCustomers,
            BigDecimal revenue,
            double shareOfRevenue,
            @Nullable BigDecimal averageRevenue,
            @Nullable BigDecimal margin,
            @Nullable Double shareOfMargin,
            BigDecimal revenueOfUnknownCost) {}

    /**
     * @param list the number of the list that it is; null for a segment whose members follow the facts
     * @param sharing what colleagues may do: {@code own} nothing, {@code view} see it, {@code edit} change it
     * @param version send it back with a change
     */
    record Saved(
            long id,
            String name,
            @Nullable String description,
            Map<String, Object> filter,
            String sentence,
            @Nullable Long list,
            String owner,
            String sharing,
            @Nullable String folder,
            Instant createdAt,
            String updatedBy,
            Instant updatedAt,
            int version) {}

    /** @param sentence as Legame tells it, in the language that was given or else that of the request */
    record ReadSentence(Map<String, Object> filter, String sentence) {}

    /** @param next give it as {@code after} for the next page; null on the last one */
    record Page(
            LocalDate asOf, List<Member> members, @Nullable Long next) {}

    @GetMapping("/schema")
    @PreAuthorize("hasAuthority('segments:view')")
    @Operation(summary = "The filter language as a JSON Schema (2020-12)")
    Map<String, Object> schema() {
        return filters.schema();
    }

    @PostMapping("/preview")
    @PreAuthorize("hasAuthority('segments:view')")
    @Operation(
            summary = "Size and weight of a filter",
            description =
                    "Takes {\"filter\": …, \"asOf\": \"2019-06-30\"}; without asOf: today, or the day of the newest"
                            + " fact when that is over a month old.")
    Numbers preview(@RequestBody String body) {
        FilterBodies.Asked asked = bodies.read(body);
        return numbers(asked.filter(), days.of(asked.asOf()).day());
    }

    @PostMapping("/read")
    @PreAuthorize("hasAuthority('segments:view')")
    @Operation(
            summary = "The filter that a sentence tells",
            description =
                    "Takes {\"sentence\", \"language\"}: a sentence such as those that filters are told in, in the"
                            + " language, \"en\" or \"it\", or without it in any of them. 422 quotes what was not understood.")
    ReadSentence read(@RequestBody String body) {
        JsonNode json = object(body, List.of("sentence", "language"));
        Locale language = FilterBodies.language(json);
        Filter filter = sentences.read(FilterBodies.text(json, "sentence"), language);
        return new ReadSentence(
                Filters.tree(filter), language == null ? sentences.whole(filter) : sentences.whole(filter, language));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('segments:view')")
    @Operation(summary = "All saved segments, by name")
    Map<String, List<Saved>> index() {
        return Map.of("segments", segments.list().stream().map(this::saved).toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('segments:view')")
    @Operation(summary = "A saved segment")
    Saved show(@PathVariable long id) {
        return saved(segments.get(new SegmentId(id)));
    }

    @GetMapping("/{id}/weight")
    @PreAuthorize("hasAuthority('segments:view')")
    @Operation(summary = "Size and weight of a saved segment")
    Numbers weight(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        Filter filter = segments.get(new SegmentId(id)).filter();
        return numbers(filter, days.of(asOf).day());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('segments:edit')")
    @Operation(summary = "Saves a new segment", description = "Takes {\"name\", \"description\", \"filter\"}.")
    ResponseEntity<Saved> create(@RequestBody String body) {
        JsonNode json = object(body, List.of("name", "description", "filter"));
        Segment segment = segments.create(
                FilterBodies.text(json, "name"), FilterBodies.text(json, "description"), bodies.filter(json));
        return ResponseEntity.created(
                        URI.create("/api/v1/segments/" + segment.id().value()))
                .body(saved(segment));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('segments:edit')")
    @Operation(
            summary = "Changes a segment",
            description = "Takes {\"name\", \"description\", \"filter\", \"version\"}; 409 when somebody else changed"
                    + " that version meanwhile.")
    Saved update(@PathVariable long id, @RequestBody String body) {
        JsonNode json = object(body, List.of("name", "description", "filter", "version"));
        JsonNode version = json.get("version");
        if (version == null || !version.isInt()) {
            throw Refusal.of("segments.error.noVersion");
        }
        try {
            return saved(segments.update(
                    new SegmentId(id),
                    version.intValue(),
                    FilterBodies.text(json, "name"),
                    FilterBodies.text(json, "description"),
                    bodies.filter(json)));
        } catch (Segments.Changed changed) {
            throw changed.refusal();
        }
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('segments:edit')")
    @Operation(summary = "Deletes a segment; its members stay as they are")
    ResponseEntity<Void> destroy(@PathVariable long id) {
        segments.delete(new SegmentId(id));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/members")
    @PreAuthorize("hasAuthority('segments:view') and hasAuthority('customers:view')")
    @Operation(summary = "Who belongs to a segment, by name")
    Page members(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refusal.of("segments.error.limit", LARGEST_PAGE);
        }
        Filter filter = segments.get(new SegmentId(id)).filter();
        LocalDate day = days.of(asOf).day();
        List<Member> found = members.page(filter, day, after, limit + 1);
        boolean more = found.size() > limit;
        List<Member> page = more ? found.subList(0, limit) : found;
        return new Page(day, page, more ? page.getLast().customer() : null);
    }

    private Numbers numbers(Filter filter, LocalDate asOf) {
        Weight weight = weights.of(filter, asOf);
        return new Numbers(
                asOf,
                telling.sentence(filter),
                weight.size(),
                weight.incomplete(),
                weight.dismissed(),
                weight.share(),
                weight.revenue(),
                weight.revenueShare(),
                weight.average(),
                weight.margin(),
                weight.marginShare(),
                weight.worth().uncosted());
    }

    private Saved saved(Segment segment) {
        return new Saved(
                segment.id().value(),
                segment.name(),
                segment.description(),
                Filters.tree(segment.filter()),
                telling.sentence(segment.filter()),
                segment.list(),
                segment.owner(),
                segment.place().sharing().code(),
                segment.place().folder(),
                segment.createdAt(),
                segment.updatedBy(),
                segment.updatedAt(),
                segment.version());
    }

    private JsonNode object(String body, List<String> known) {
        return filters.object(body, known);
    }
}
