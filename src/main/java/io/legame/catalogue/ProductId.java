package io.legame.catalogue;

/** Identifies a product for ever. */
public record ProductId(long value) {}
