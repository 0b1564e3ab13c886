package io.legame.platform;

/** A whole page that says what went wrong. */
public record ErrorPage(int status, String message) implements View {}
