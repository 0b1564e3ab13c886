package io.legame.customers.web;

import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.customers.Relation;
import io.legame.customers.RelationDraft;
import io.legame.customers.RelationId;
import io.legame.customers.RelationKind;
import io.legame.customers.RelationKinds;
import io.legame.customers.Relations;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What customers are to each other, for programs. */
@RestController
@Tag(name = "Customers")
class RelationsApi {
    private final Relations relations;
    private final RelationKinds kinds;
    private final Customers customers;

    RelationsApi(Relations relations, RelationKinds kinds, Customers customers) {
        this.relations = relations;
        this.kinds = kinds;
        this.customers = customers;
    }

    /**
     * A relation seen from a customer.
     *
     * @param side forth when the customer is the first of the two (who works at the other), back when it is the second
     */
    record Related(
            long id,
            String kind,
            String side,
            long customer,
            long other,
            String otherName,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String note,
            Instant addedAt) {
        static Related of(Relation relation) {
            return new Related(
                    relation.id().value(),
                    relation.kind().code(),
                    relation.side().code(),
                    relation.customer().value(),
                    relation.other().value(),
                    relation.otherName(),
                    relation.since(),
                    relation.until(),
                    relation.note(),
                    relation.addedAt());
        }
    }

    /** @param household the numbers of everybody who lives together with the customer, its own too */
    record AllRelations(List<Related> relations, List<Long> household) {}

    /**
     * A relation to write down.
     *
     * @param kind such as works_at, see /api/v1/relation-kinds
     * @param other the other customer
     * @param side of this customer: forth (the default) or back
     */
    record RelationWish(
            @Nullable String kind,
            @Nullable Long other,
            @Nullable String side,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String note) {}

    /** @param until the last day; null when it lasts after all */
    record RelationEnd(@Nullable LocalDate until) {}

    /**
     * A way to be related, of the company's own.
     *
     * @param forth by language, what the first is to the second
     * @param back what the second is to the first; absent for a mutual one
     * @param household whether who is related so lives together; mutual ones only
     */
    record NewRelationKind(
            @Nullable Map<String, @Nullable String> forth,
            @Nullable Map<String, @Nullable String> back,
            @Nullable Boolean household) {}

    @GetMapping("/api/v1/customers/{id}/relations")
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "Read whom a customer is related to, and its household")
    AllRelations index(@PathVariable long id) {
        CustomerId customer = customers.current(new CustomerId(id));
        if (customers.summaries(List.of(customer)).isEmpty()) {
            throw Refusal.notFound();
        }
        return new AllRelations(
                relations.of(customer).stream().map(Related::of).toList(),
                relations.household(customer).stream()
                        .map(CustomerSummary::id)
                        .map(CustomerId::value)
                        .toList());
    }

    @PostMapping("/api/v1/customers/{id}/relations")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Relate a customer to another one")
    Related create(@PathVariable long id, @RequestBody RelationWish wish) {
        var customer = new CustomerId(id);
        if (wish.other() == null || wish.kind() == null) {
            throw Refusal.of("customers.relation.error.other");
        }
        var other = new CustomerId(wish.other());
        boolean back = RelationKind.Side.BACK.code().equals(wish.side());
        return Related.of(relations.get(relations.add(new RelationDraft(
                back ? other : customer,
                back ? customer : other,
                wish.kind(),
                wish.since(),
                wish.until(),
                wish.note()))));
    }

    @PatchMapping("/api/v1/relations/{id}")
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Say until when a relation lasted")
    Related update(@PathVariable long id, @RequestBody RelationEnd end) {
        return Related.of(relations.end(new RelationId(id), end.until()));
    }

    @DeleteMapping("/api/v1/relations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Remove a relation that never was")
    void destroy(@PathVariable long id) {
        relations.remove(new RelationId(id));
    }

    @PostMapping("/api/v1/relations/{id}/restore")
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Bring back a relation that was removed")
    Related restore(@PathVariable long id) {
        return Related.of(relations.restore(new RelationId(id)));
    }

    @GetMapping("/api/v1/relation-kinds")
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "List the ways in which customers can be related")
    Map<String, List<RelationKind>> kinds() {
        return Map.of("kinds", kinds.all());
    }

    @PostMapping("/api/v1/relation-kinds")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('customers:rules')")
    @Operation(summary = "Add a way in which customers can be related")
    RelationKind createKind(@RequestBody NewRelationKind kind) {
        return kinds.add(named(kind.forth()), named(kind.back()), Boolean.TRUE.equals(kind.household()));
    }

    private static Map<String, String> named(@Nullable Map<String, @Nullable String> names) {
        var named = new java.util.HashMap<String, String>();
        if (names != null) {
            names.forEach((language, name) -> named.put(language, name == null ? "" : name));
        }
        return named;
    }

    @DeleteMapping("/api/v1/relation-kinds/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:rules')")
    @Operation(summary = "Remove a way of the company's own that nobody is related by")
    void destroyKind(@PathVariable String code) {
        kinds.remove(code);
    }
}
