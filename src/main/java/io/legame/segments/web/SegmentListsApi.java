package io.legame.segments.web;

import io.legame.customers.CustomerId;
import io.legame.platform.Refusal;
import io.legame.segments.AsOf;
import io.legame.segments.Filters;
import io.legame.segments.ListSegments;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/segments")
@PreAuthorize("hasAuthority('segments:edit') and hasAuthority('customers:view')")
@Tag(name = "Segments")
class SegmentListsApi {
    private final Segments segments;
    private final ListSegments lists;
    private final Filters filters;
    private final AsOf.Days days;

    SegmentListsApi(Segments segments, ListSegments lists, Filters filters, AsOf.Days days) {
        this.segments = segments;
        this.lists = lists;
        this.filters = filters;
        this.days = days;
    }

    /** @param list the number of its list, as the filter's property {@code list} takes it */
    record Listed(long id, String name, @Nullable Long list) {}

    /**
     * @param added how many were not on the list yet
     * @param removed how many were on it
     */
    record Changed(int added, int removed) {}

    /** @param sharing {@code own}, {@code view} or {@code edit} */
    record Placed(long id, String sharing, @Nullable String folder) {}

    @PostMapping("/lists")
    @Operation(
            summary = "Creates a segment that is a list",
            description =
                    "Takes {\"name\", \"description\", \"customers\": [17, 18]}, up to 100,000 of them; numbers of"
                            + " nobody are left out.")
    ResponseEntity<Listed> create(@RequestBody String body) {
        JsonNode json = filters.object(body, List.of("name", "description", "customers"));
        Segment list = lists.create(
                FilterBodies.text(json, "name"), FilterBodies.text(json, "description"), customers(json, "customers"));
        return created(list);
    }

    @PostMapping("/{id}/freeze")
    @Operation(
            summary = "Creates a list of those who are in a segment on a day",
            description = "Takes {\"name\", \"description\", \"asOf\"}; the day as in a preview.")
    ResponseEntity<Listed> create(@PathVariable long id, @RequestBody String body) {
        JsonNode json = filters.object(body, List.of("name", "description", "asOf"));
        Segment segment = segments.get(new SegmentId(id));
        return created(lists.freeze(
                segment,
                FilterBodies.text(json, "name"),
                FilterBodies.text(json, "description"),
                days.of(FilterBodies.day(json)).day()));
    }

    private static ResponseEntity<Listed> created(Segment list) {
        return ResponseEntity.created(URI.create("/api/v1/segments/" + list.id().value()))
                .body(new Listed(list.id().value(), list.name(), list.list()));
    }

    @PostMapping("/{id}/members")
    @Operation(
            summary = "Puts customers on a list and takes others off",
            description = "Takes {\"add\": [17], \"remove\": [18]}, up to 100,000 each.")
    Changed update(@PathVariable long id, @RequestBody String body) {
        JsonNode json = filters.object(body, List.of("add", "remove"));
        List<CustomerId> added = customers(json, "add");
        List<CustomerId> removed = customers(json, "remove");
        return new Changed(
                added.isEmpty() ? 0 : lists.add(new SegmentId(id), added),
                removed.isEmpty() ? 0 : lists.remove(new SegmentId(id), removed));
    }

    @PutMapping("/{id}/place")
    @Operation(
            summary = "Says where a segment is kept and for whom",
            description = "Takes {\"sharing\": \"own\", \"view\" or \"edit\", \"folder\"}.")
    Placed replace(@PathVariable long id, @RequestBody String body) {
        JsonNode json = filters.object(body, List.of("sharing", "folder"));
        Segment segment = segments.arrange(
                new SegmentId(id),
                SegmentPlaceController.sharing(FilterBodies.text(json, "sharing")),
                FilterBodies.text(json, "folder"));
        return new Placed(id, segment.place().sharing().code(), segment.place().folder());
    }

    private static List<CustomerId> customers(JsonNode json, String property) {
        JsonNode ids = json.get(property);
        if (ids == null || ids.isNull()) {
            return List.of();
        }
        if (!ids.isArray() || ids.size() > ListSegments.MOST_AT_ONCE) {
            throw Refusal.of("segments.error.customers", property, ListSegments.MOST_AT_ONCE);
        }
        var customers = new ArrayList<CustomerId>();
        for (JsonNode id : ids) {
            if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 1) {
                throw Refusal.of("segments.error.customers", property, ListSegments.MOST_AT_ONCE);
            }
            customers.add(new CustomerId(id.longValue()));
        }
        return customers;
    }
}
