package io.legame.customers;

import org.jspecify.annotations.Nullable;

/**
 * A customer one of whose values needs a look.
 *
 * @param value as it is stored; null when it was left out or is no single value
 */
public record FlaggedCustomer(
        CustomerId id, String name, @Nullable String value, ValueFlag flag, String source) {}
