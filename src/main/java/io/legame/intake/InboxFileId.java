package io.legame.intake;

/** Identifies a file that came through the inbox. */
public record InboxFileId(long value) {}
