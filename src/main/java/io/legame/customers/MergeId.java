package io.legame.customers;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a merge for ever; in JSON a number. */
public record MergeId(@JsonValue long value) {}
