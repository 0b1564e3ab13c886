package io.legame.customers.web;

import io.legame.customers.Leaving;
import io.legame.customers.LeftCustomer;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the customers who are archived, or deleted.
 *
 * @param next the address of the next stretch; null at the end
 */
public record LeftRows(
        Leaving.As as,
        List<LeftCustomer> customers,
        @Nullable String next) implements View {
    public boolean deleted() {
        return as == Leaving.As.DELETED;
    }
}
