package io.legame.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a product for ever; in JSON a number. */
public record ProductId(@JsonValue long value) {}
