package io.legame.customers.web;

import io.legame.customers.CustomerOrder;
import io.legame.customers.CustomerQuery;
import io.legame.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** The order of a list as addresses write it: {@code email}, or {@code -email} for the greatest first. */
final class ListOrder {
    private static final String DESCENDING = "-";

    private ListOrder() {}

    static CustomerQuery query(@Nullable String search, @Nullable String sort) {
        if (sort == null) {
            return CustomerQuery.search(search);
        }
        boolean descending = sort.startsWith(DESCENDING);
        CustomerOrder order = CustomerOrder.of(descending ? sort.substring(1) : sort)
                .orElseThrow(() -> Refusal.of("customers.error.sort"));
        return new CustomerQuery(search, order, descending);
    }

    static String write(CustomerOrder order, boolean descending) {
        return (descending ? DESCENDING : "") + order.code();
    }
}
