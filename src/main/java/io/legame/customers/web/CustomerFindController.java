package io.legame.customers.web;

import io.legame.customers.CustomerQuery;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Customers while a name is typed: for the command palette, and for forms. */
@Controller
class CustomerFindController {
    private static final int FEW = 8;

    private final Customers customers;

    CustomerFindController(Customers customers) {
        this.customers = customers;
    }

    @GetMapping("/customers/find")
    @PreAuthorize("hasAuthority('customers:view')")
    CustomersFound index(@RequestParam(name = "q", required = false) @Nullable String search) {
        return new CustomersFound(found(search));
    }

    private List<CustomerSummary> found(@Nullable String search) {
        return search == null
                ? List.of()
                : customers.list(CustomerQuery.search(search), null, FEW).customers();
    }

    /** A form's question for one customer. */
    @GetMapping("/customers/pick")
    @PreAuthorize("hasAuthority('customers:view')")
    CustomersPicked pick(@RequestParam(name = "q", required = false) @Nullable String search) {
        return new CustomersPicked(found(search));
    }
}
