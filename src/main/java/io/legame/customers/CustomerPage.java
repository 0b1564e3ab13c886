package io.legame.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list of customers.
 *
 * @param next after whom the next stretch begins; null at the end
 */
public record CustomerPage(
        List<CustomerSummary> customers, @Nullable CustomerPosition next) {}
