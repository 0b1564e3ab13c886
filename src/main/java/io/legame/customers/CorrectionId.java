package io.legame.customers;

public record CorrectionId(long value) {}
