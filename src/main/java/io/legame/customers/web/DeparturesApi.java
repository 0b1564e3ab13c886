package io.legame.customers.web;

import io.legame.customers.CustomerDepartures;
import io.legame.customers.CustomerId;
import io.legame.customers.Leaving;
import io.legame.customers.LeftCustomer;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "Customers")
class DeparturesApi {
    private static final int PAGE = 100;

    private final CustomerDepartures departures;

    DeparturesApi(CustomerDepartures departures) {
        this.departures = departures;
    }

    /**
     * Some of those who are out of the way, the last first.
     *
     * @param next what to ask with as {@code after} for the next stretch; null at the end
     */
    record Page(List<LeftCustomer> customers, @Nullable String next) {}

    @GetMapping("/archived")
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "List the customers who are archived")
    Page archived(@RequestParam(required = false) @Nullable String after) {
        return page(Leaving.As.ARCHIVED, after);
    }

    @GetMapping("/deleted")
    @PreAuthorize("hasAuthority('customers:delete')")
    @Operation(summary = "List the customers who are deleted and not yet gone for good")
    Page deleted(@RequestParam(required = false) @Nullable String after) {
        return page(Leaving.As.DELETED, after);
    }

    private Page page(Leaving.As as, @Nullable String after) {
        List<LeftCustomer> page =
                departures.list(as, after == null ? null : DepartureController.position(as, after), PAGE);
        LeftCustomer last = page.size() < PAGE ? null : page.getLast();
        return new Page(
                page,
                last == null ? null : last.leaving().at() + "~" + last.id().value());
    }

    @PostMapping("/{id}/archive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Put a customer away: kept and found, and in no list, segment or figure of customers")
    void archive(@PathVariable long id) {
        require(departures.archive(List.of(new CustomerId(id))));
    }

    @PostMapping("/{id}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Bring back a customer who is archived or deleted")
    void restore(@PathVariable long id) {
        require(departures.restore(List.of(new CustomerId(id))));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:delete')")
    @Operation(summary = "Delete a customer; it can be restored for 30 days, and is gone for good then")
    void destroy(@PathVariable long id) {
        require(departures.delete(List.of(new CustomerId(id))));
    }

    private static void require(List<CustomerId> done) {
        if (done.isEmpty()) {
            throw Refusal.notFound();
        }
    }
}
