package io.legame.timeline;

import io.legame.customers.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a module has to show on the timeline besides facts, contributed as a bean. */
@FunctionalInterface
public interface Landmarks {
    /**
     * Those of a customer that who looks may see, in any order.
     *
     * @param after only what is later; null for all from the beginning
     * @param until only what is not later; null for all to the end
     */
    List<Landmark> of(CustomerId customer, @Nullable Instant after, @Nullable Instant until);
}
