package io.legame.customers;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a customer for ever; in JSON a number. */
public record CustomerId(@JsonValue long value) {}
