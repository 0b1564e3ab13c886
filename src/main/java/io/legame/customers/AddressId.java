package io.legame.customers;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a further address for ever; in JSON a number. */
public record AddressId(@JsonValue long value) {}
