package io.legame.customers;

import org.jspecify.annotations.Nullable;

/**
 * A place in a list of customers: that of the last one shown.
 *
 * @param part the list is put together of several, each in an order of its own
 * @param value by which that part is ordered
 */
public record CustomerPosition(int part, @Nullable String value, long id) {}
