package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.insight.CustomerValues;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The panel of the customer card that says what the customer is worth. */
@Controller
@PreAuthorize("hasAuthority('insight:view')")
class CustomerValueController {
    private final CustomerValues values;

    CustomerValueController(CustomerValues values) {
        this.values = values;
    }

    @GetMapping("/insight/customers/{id}")
    CustomerValuePanel show(@PathVariable long id) {
        return new CustomerValuePanel(values.of(new CustomerId(id)));
    }
}
