package io.legame.customers;

import org.jspecify.annotations.Nullable;

/**
 * Which customers, and in what order.
 *
 * @param search what somebody types: beginnings of words of the name, of an e-mail address, a phone, a card or a number;
 *     null for everybody
 * @param filter who is chosen; null for everybody
 * @param order null for the best match first, or the order of names when nothing is searched
 */
public record CustomerQuery(
        @Nullable String search,
        @Nullable CustomerFilter filter,
        @Nullable ListColumn order,
        boolean descending) {
    public static final CustomerQuery ALL = search(null);

    public static CustomerQuery search(@Nullable String search) {
        return ordered(search, null, false);
    }

    public static CustomerQuery ordered(@Nullable String search, @Nullable ListColumn order, boolean descending) {
        return new CustomerQuery(search, null, order, descending);
    }

    public static CustomerQuery of(CustomerFilter filter) {
        return new CustomerQuery(null, filter, null, false);
    }
}
