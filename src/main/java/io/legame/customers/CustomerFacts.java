package io.legame.customers;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What a module below knows to have happened with customers, contributed as a bean. */
public interface CustomerFacts {
    /** Those of the customers that anything happened with. */
    Set<CustomerId> known(Collection<CustomerId> customers);

    /** How much happened with each of them; those with whom nothing did may be left out. */
    Map<CustomerId, Long> count(Collection<CustomerId> customers);

    /** What happened with some happened with another one from now on, in the caller's transaction. */
    void move(MergeId merge, Collection<CustomerId> from, CustomerId to);

    /**
     * What a merge moved is again of those with whom it happened, in the caller's transaction.
     *
     * @param survivor who stays with what is not moved
     * @param since by the module's own name of it, such as {@code interaction:17}, what happened with the survivor since
     *     and whose it is; what is not known, or did not happen since, is left as it is
     */
    void moveBack(MergeId merge, CustomerId survivor, Map<String, CustomerId> since);

    /** The customers are gone for good, and nothing may tell of them any more; in the caller's transaction. */
    void forget(Collection<CustomerId> customers);
}
