package io.legame.notebook;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.platform.Refusal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** The customers that something is written down about: what lies with somebody whom the reader does not see is not there. */
@Component
class Owners {
    private final Customers customers;

    Owners(Customers customers) {
        this.customers = customers;
    }

    /** Who the customer is now, and stays until the end of the transaction; refused when there is none. */
    CustomerId hold(CustomerId customer) {
        customers.hold();
        return see(customer);
    }

    /** Who the customer is now; refused when there is none, or when the reader does not see them. */
    CustomerId see(CustomerId customer) {
        CustomerId current = customers.current(customer);
        if (customers.summaries(List.of(current)).isEmpty()) {
            throw Refusal.notFound();
        }
        return current;
    }

    /** That the reader sees them. */
    Condition seen(Field<Long> customer) {
        return customers.seen(customer);
    }
}
