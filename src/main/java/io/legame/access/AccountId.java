package io.legame.access;

/** Identifies an account. */
public record AccountId(long value) {}
