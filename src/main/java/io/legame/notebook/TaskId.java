package io.legame.notebook;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a task for ever; in JSON a number. */
public record TaskId(@JsonValue long value) {}
