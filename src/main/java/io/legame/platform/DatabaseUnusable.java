package io.legame.platform;

/** The database that was given cannot be used; the message says why and what to do. */
public final class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseUnusable(String message) {
        super(message);
    }
}
