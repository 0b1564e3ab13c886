package io.legame.customers;

/** The number of a {@link BulkAction}. */
public record BulkActionId(long value) {}
