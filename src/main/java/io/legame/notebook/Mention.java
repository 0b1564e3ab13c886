package io.legame.notebook;

import java.time.Instant;

/** A note that names somebody. */
public record Mention(NoteId note, Instant at, boolean read) {}
