package io.legame.platform;

/** An error as a part of a page, for htmx, which shows it as a toast. */
public record ErrorNote(String message) implements View {}
