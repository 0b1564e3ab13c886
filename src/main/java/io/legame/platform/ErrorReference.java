package io.legame.platform;

import java.util.Locale;

/** What a person tells the administrator to find an error in the log. */
public final class ErrorReference {
    private ErrorReference() {}

    public static String next() {
        return Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    }
}
