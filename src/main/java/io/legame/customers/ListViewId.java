package io.legame.customers;

/** The number of a {@link ListView}. */
public record ListViewId(long value) {}
