package io.legame.intake;

import java.util.Locale;
import java.util.Set;

/** Which comes first where a date is written in numbers, day or month. A year first is always a year first. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    private static final Set<String> MONTH_FIRST_COUNTRIES =
            Set.of("US", "PH", "FM", "PW", "MH", "AS", "GU", "MP", "PR", "VI");

    /** Of a {@link #code}. */
    public static DateOrder of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DateOrder usualIn(String country) {
        return MONTH_FIRST_COUNTRIES.contains(country) ? MONTH_FIRST : DAY_FIRST;
    }
}
