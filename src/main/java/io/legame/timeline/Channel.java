package io.legame.timeline;

import java.util.Locale;

/** The way a company and a customer meet; every touchpoint is of one. */
public enum Channel {
    SHOP,
    ONLINE,
    EMAIL,
    PHONE,
    SMS,
    SOCIAL,
    APP,
    POST,
    VISIT,
    OTHER;

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
