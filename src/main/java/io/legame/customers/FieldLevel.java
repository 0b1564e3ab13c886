package io.legame.customers;

import java.util.Locale;

/** How much of a field somebody sees. */
public enum FieldLevel {
    FULL,
    /** As much as one needs to recognise the value. */
    MASKED,
    HIDDEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the text that names it. */
    public String textKey() {
        return "customers.level." + code();
    }
}
