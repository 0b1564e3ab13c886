package io.legame.customers;

import java.util.List;

/** Who may be there already under another writing, contributed as a bean by a module that can tell. */
public interface AlikeCustomers {
    /**
     * Customers that are probably the same, the likeliest first.
     *
     * @param written somebody who is being written down; with the number 0 until it has one
     */
    List<CustomerId> of(CustomerSubject written, int limit);
}
