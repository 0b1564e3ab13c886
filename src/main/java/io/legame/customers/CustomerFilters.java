package io.legame.customers;

import io.legame.platform.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among all customers, and puts them in any order. Contributed by the module that knows the language of filters
 * and has the columns to answer it; it knows nothing of who sees whom, which this module sees to.
 */
public interface CustomerFilters {
    /** Who may make filters. */
    String permission();

    /**
     * Where the part of a page is in which a filter is made.
     *
     * @param filter to begin with; null for none
     * @param to the address of a list without filter, to go to with the one that is made
     */
    String form(@Nullable CustomerFilter filter, String to);

    /** @throws Refusal that names the place, if it is no filter */
    CustomerFilter read(String json);

    /** The same of one that was kept: what it asks of may be of another type by now, or not be chosen any more. */
    CustomerFilter readKept(String json);

    /** Everybody who is chosen, those left out who are out of the way. */
    CustomerSet matching(CustomerFilter filter);

    /**
     * A stretch of those chosen in the order of a value.
     *
     * @param filter null for everybody
     * @param after where the stretch before ended; null for the first one
     */
    List<CustomerPosition> page(
            @Nullable CustomerFilter filter,
            ListColumn order,
            boolean descending,
            @Nullable CustomerPosition after,
            int limit);
}
