package io.legame.access;

/** What the environment gives for the first administrator or token cannot be used; the message says why. */
final class FirstAccessUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    FirstAccessUnusable(String message) {
        super(message);
    }
}
