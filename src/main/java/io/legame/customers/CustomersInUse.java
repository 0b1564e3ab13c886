package io.legame.customers;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Customers that must not be deleted, because some module knows that something happened with them. */
@Component
public class CustomersInUse {
    private final List<CustomerFacts> facts;

    CustomersInUse(List<CustomerFacts> facts) {
        this.facts = facts;
    }

    /** Those of the customers that anything happened with. */
    public Set<CustomerId> among(Collection<CustomerId> customers) {
        var used = new HashSet<CustomerId>();
        facts.forEach(each -> used.addAll(each.known(customers)));
        return used;
    }
}
