package io.legame.notebook;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a note for ever; in JSON a number. */
public record NoteId(@JsonValue long value) {}
