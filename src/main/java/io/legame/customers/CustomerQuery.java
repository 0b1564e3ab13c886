package io.legame.customers;

import org.jspecify.annotations.Nullable;

/**
 * Which customers, and in what order.
 *
 * @param search what somebody types: beginnings of words of the name, of an e-mail address, a phone, a card or a number;
 *     null for everybody
 * @param order null for the best match first, or the order of names when nothing is searched
 */
public record CustomerQuery(
        @Nullable String search, @Nullable CustomerOrder order, boolean descending) {
    public static final CustomerQuery ALL = new CustomerQuery(null, null, false);

    public static CustomerQuery search(@Nullable String search) {
        return new CustomerQuery(search, null, false);
    }
}
