package io.legame.customers;

import java.util.Collection;
import java.util.Set;

/** What a module below knows to have happened with customers, contributed as a bean. */
public interface CustomerFacts {
    /** Those of the customers that anything happened with. */
    Set<CustomerId> known(Collection<CustomerId> customers);
}
