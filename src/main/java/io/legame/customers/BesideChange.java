package io.legame.customers;

import org.jspecify.annotations.Nullable;

/**
 * A change of what lies beside a customer's fields.
 *
 * @param number by which it can be taken back
 * @param before null for what was not there
 * @param after null for what is no more
 */
public record BesideChange(
        long number, @Nullable Beside before, @Nullable Beside after) {}
