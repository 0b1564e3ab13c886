package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.insight.CustomerStandings;
import io.legame.insight.CustomerValues;
import io.legame.platform.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The panel of the customer card that says what the customer is worth. */
@Controller
@PreAuthorize("hasAuthority('insight:customers')")
class CustomerValueController {
    private final Customers customers;
    private final CustomerStandings standings;
    private final CustomerValues values;

    CustomerValueController(Customers customers, CustomerStandings standings, CustomerValues values) {
        this.customers = customers;
        this.standings = standings;
        this.values = values;
    }

    @GetMapping("/insight/customers/{id}")
    CustomerValuePanel show(@PathVariable long id) {
        CustomerId customer = seen(id);
        return new CustomerValuePanel(customer, standings.of(customer).orElse(null));
    }

    /** What takes a look at all the customer's facts: only when somebody opens it. */
    @GetMapping("/insight/customers/{id}/breakdown")
    CustomerBreakdown breakdown(@PathVariable long id) {
        CustomerId customer = seen(id);
        return new CustomerBreakdown(standings.breakdown(customer), values.of(customer));
    }

    private CustomerId seen(long id) {
        var customer = new CustomerId(id);
        if (customers.find(customer).isEmpty()) {
            throw Refusal.notFound();
        }
        return customer;
    }
}
