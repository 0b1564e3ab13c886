package io.legame.notebook;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an attachment for ever; in JSON a number. */
public record AttachmentId(@JsonValue long value) {}
