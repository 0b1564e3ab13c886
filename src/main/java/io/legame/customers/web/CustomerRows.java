package io.legame.customers.web;

import io.legame.customers.CustomerSummary;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the list; its last row fetches the next stretch when it comes into view.
 *
 * @param next the address of the next stretch; null at the end
 */
public record CustomerRows(
        List<CustomerSummary> customers, @Nullable String next) implements View {}
