package io.legame.customers.web;

import io.legame.access.UnitId;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerUnit;
import io.legame.customers.CustomerUnits;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/{id}/units")
@Tag(name = "Customers")
class CustomerUnitsApi {
    private final Customers customers;
    private final CustomerUnits units;

    CustomerUnitsApi(Customers customers, CustomerUnits units) {
        this.customers = customers;
        this.units = units;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "List the shops and teams whose customer it is, and why")
    List<CustomerUnit> index(@PathVariable long id) {
        return units.of(customers
                .find(new CustomerId(id))
                .orElseThrow(Refusal::notFound)
                .id());
    }

    @PutMapping("/{unit}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Make the customer one of a shop's or team's")
    void update(@PathVariable long id, @PathVariable int unit) {
        units.assign(new CustomerId(id), new UnitId(unit));
    }

    @DeleteMapping("/{unit}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:edit')")
    @Operation(summary = "Take that back; who was met there stays one of theirs")
    void destroy(@PathVariable long id, @PathVariable int unit) {
        units.unassign(new CustomerId(id), new UnitId(unit));
    }
}
