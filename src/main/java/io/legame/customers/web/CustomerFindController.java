package io.legame.customers.web;

import io.legame.customers.CustomerQuery;
import io.legame.customers.Customers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The command palette's question. */
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
        return new CustomersFound(
                search == null
                        ? List.of()
                        : customers
                                .list(CustomerQuery.search(search), null, FEW)
                                .customers());
    }
}
