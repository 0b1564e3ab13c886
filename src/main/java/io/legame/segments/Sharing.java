package io.legame.segments;

import java.util.Locale;

/** What colleagues may do with a segment besides its owner. */
public enum Sharing {
    /** Nothing: only the owner sees it. */
    OWN,
    /** See and use it. */
    VIEW,
    /** Change it too. */
    EDIT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Sharing of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
