package io.legame.customers.web;

import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Merge;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers that are the same, made one by a program, and separated again. */
@RestController
@RequestMapping("/api/v1/customers/merges")
@Tag(name = "Customers")
class MergesApi {
    private static final int MOST = 1_000;

    private final Merges merges;
    private final CustomFields fields;

    MergesApi(Merges merges, CustomFields fields) {
        this.merges = merges;
        this.fields = fields;
    }

    /**
     * Customers that are the same.
     *
     * @param customers two or more of them, by their numbers
     * @param survivor whose number stays in use; absent for the one with the unique key, most facts and the longest past
     * @param values by field, whose value stays; fields that are absent keep the survivor's, or take the latest
     * @param custom the same of custom fields, by their codes; of several choices those of all stay unless one is named
     */
    record Wish(
            @Nullable List<@Nullable Long> customers,
            @Nullable Long survivor,
            @Nullable Map<String, @Nullable Long> values,
            @Nullable Map<String, @Nullable Long> custom) {}

    /**
     * A merge.
     *
     * @param survivor the number that stays in use
     * @param others the numbers that find the survivor now
     * @param undoneAt absent while they are one
     */
    record Done(
            long id,
            long survivor,
            List<Long> others,
            Instant at,
            @Nullable Instant undoneAt) {}

    /**
     * What is left to whom.
     *
     * @param since by {@code interaction:<number>}, whose is what happened since; the rest stays with the survivor
     */
    record Separation(@Nullable Map<String, @Nullable Long> since) {}

    /**
     * Who is themselves again.
     *
     * @param valuesKept whether somebody changed values of the survivor since, which stay
     * @param identitiesLost whether an identity was removed from the survivor since, which does not come back
     */
    record Separated(List<Long> customers, boolean valuesKept, boolean identitiesLost) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('customers:merge')")
    @Operation(
            summary = "Make one of up to 1,000 customers that are the same; nothing is deleted, and it can be undone")
    Done create(@RequestBody Wish wish) {
        List<@Nullable Long> numbers = wish.customers() == null ? List.of() : wish.customers();
        Set<CustomerId> all = numbers.stream()
                .filter(Objects::nonNull)
                .map(CustomerId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (all.size() < 2 || all.size() > MOST) {
            throw Refusal.of(all.size() < 2 ? "customers.merge.error.two" : "customers.merge.error.tooMany", MOST);
        }
        CustomerId survivor = wish.survivor() == null ? merges.staying(all) : new CustomerId(wish.survivor());
        if (!all.remove(survivor)) {
            throw Refusal.of("customers.merge.error.survivor", survivor.value());
        }
        MergeId merge = merges.merge(new MergeRequest(survivor, all, chosen(wish), custom(wish), Map.of()));
        return done(merge);
    }

    private static Map<CustomerField, CustomerId> chosen(Wish wish) {
        var chosen = new EnumMap<CustomerField, CustomerId>(CustomerField.class);
        if (wish.values() != null) {
            wish.values().forEach((code, id) -> {
                CustomerField field =
                        CustomerField.of(code).orElseThrow(() -> Refusal.of("customers.error.noField", code));
                if (id != null) {
                    chosen.put(field, new CustomerId(id));
                }
            });
        }
        return chosen;
    }

    private Map<CustomFieldId, CustomerId> custom(Wish wish) {
        var chosen = new HashMap<CustomFieldId, CustomerId>();
        if (wish.custom() != null) {
            wish.custom().forEach((code, id) -> {
                CustomField field = CustomBody.field(code, fields.inUse());
                if (id != null) {
                    chosen.put(field.id(), new CustomerId(id));
                }
            });
        }
        return chosen;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('customers:merge')")
    @Operation(summary = "Read a merge")
    Done show(@PathVariable long id) {
        return done(new MergeId(id));
    }

    private Done done(MergeId id) {
        Merge merge = merges.find(id).orElseThrow(Refusal::notFound);
        return new Done(
                id.value(),
                merge.survivor().id().value(),
                merge.others().stream().map(other -> other.id().value()).toList(),
                merge.at(),
                merge.undoneAt());
    }

    @PostMapping("/{id}/undo")
    @PreAuthorize("hasAuthority('customers:merge')")
    @Operation(summary = "Separate customers that became one: everybody is again who they were")
    Separated undo(@PathVariable long id, @RequestBody(required = false) @Nullable Separation separation) {
        var since = new HashMap<String, CustomerId>();
        if (separation != null && separation.since() != null) {
            separation.since().forEach((name, owner) -> {
                if (owner != null) {
                    since.put(name, new CustomerId(owner));
                }
            });
        }
        Merges.Unmerged unmerged = merges.undo(new MergeId(id), since);
        return new Separated(
                unmerged.back().stream().map(CustomerId::value).toList(), unmerged.values(), unmerged.identities());
    }
}
