package io.legame.customers;

import org.jspecify.annotations.Nullable;

/** A customer as a line of a list. */
public record CustomerSummary(
        CustomerId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String town,
        boolean keyed,
        String sortName) {}
