package io.legame.customers.web;

import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerUnits;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whose customer somebody is, among the shops and teams. */
@Controller
class UnitPanelController {
    private final Customers customers;
    private final CustomerUnits customerUnits;
    private final Units units;

    UnitPanelController(Customers customers, CustomerUnits customerUnits, Units units) {
        this.customers = customers;
        this.customerUnits = customerUnits;
        this.units = units;
    }

    @GetMapping("/customers/{id}/units")
    @PreAuthorize("hasAuthority('customers:view')")
    UnitPanel show(@PathVariable long id) {
        CustomerId customer = customers
                .find(new CustomerId(id))
                .orElseThrow(Refusal::notFound)
                .id();
        return UnitPanel.of(customer, units.all(), customerUnits.of(customer));
    }

    @PostMapping("/customers/{id}/units")
    @PreAuthorize("hasAuthority('customers:edit')")
    String create(@PathVariable long id, @RequestParam(defaultValue = "0") int unit) {
        customerUnits.assign(new CustomerId(id), new UnitId(unit));
        return back(id);
    }

    /** Whoever takes a customer from their only unit sees them no more. */
    @PostMapping("/customers/{id}/units/{unit}/remove")
    @PreAuthorize("hasAuthority('customers:edit')")
    String destroy(@PathVariable long id, @PathVariable int unit) {
        var customer = new CustomerId(id);
        customerUnits.unassign(customer, new UnitId(unit));
        return customers.find(customer).isPresent() ? back(id) : "redirect:/customers";
    }

    private static String back(long id) {
        return "redirect:" + CustomerForm.path(new CustomerId(id));
    }
}
