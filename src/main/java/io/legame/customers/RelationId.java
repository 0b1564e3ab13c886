package io.legame.customers;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a relation for ever; in JSON a number. */
public record RelationId(@JsonValue long value) {}
