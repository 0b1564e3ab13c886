package io.legame.customers;

import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** One way in which customers match what is typed. */
interface Finding {
    /** Whether a row of {@code customers.customer c} matches. */
    Condition matches();

    /**
     * The customers that match, in the order of their hits' values, then of their ids; some of them more than once.
     *
     * @param open what a row {@code c} must fulfil besides: whoever matches in a better way is not there again
     * @param after the last hit of the page before; null for the first page
     */
    List<CustomerHit> fetch(Condition open, @Nullable CustomerHit after, int limit);
}
