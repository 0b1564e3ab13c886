package io.legame.intake;

/** Identifies an import for ever. */
public record ImportId(long value) {}
