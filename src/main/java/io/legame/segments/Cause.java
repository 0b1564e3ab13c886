package io.legame.segments;

import java.util.Locale;

/** Why somebody came to a segment, or went. */
public enum Cause {
    /** Something happened with the customer, or is known of them since. */
    FACT,
    /** A day went by. */
    DAY,
    /** The segment asks for something else. */
    DEFINITION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Cause of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
