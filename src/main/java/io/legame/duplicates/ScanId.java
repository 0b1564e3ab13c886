package io.legame.duplicates;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a scan for ever; in JSON a number. */
public record ScanId(@JsonValue long value) {}
