package io.legame.duplicates;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an automatic merge for ever; in JSON a number. */
public record AutomaticMergeId(@JsonValue long value) {}
