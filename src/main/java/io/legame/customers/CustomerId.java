package io.legame.customers;

/** Identifies a customer for ever. */
public record CustomerId(long value) {}
