package io.legame.notebook;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** The customers that something is written down about. */
@Component
class Owners {
    private final Customers customers;

    Owners(Customers customers) {
        this.customers = customers;
    }

    /** Who the customer is now, and stays until the end of the transaction; refused when there is none. */
    CustomerId hold(CustomerId customer) {
        customers.hold();
        CustomerId current = customers.current(customer);
        if (customers.summaries(List.of(current)).isEmpty()) {
            throw Refusal.notFound();
        }
        return current;
    }
}
