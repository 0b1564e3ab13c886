package io.legame.platform;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * The company whose customers these are.
 *
 * @param currency of amounts that do not name theirs, and of all sums
 * @param timeZone in which a day begins and ends
 * @param country ISO 3166-1 alpha-2, the country of phone numbers and addresses that do not say theirs
 */
public record Company(String name, Currency currency, ZoneId timeZone, String country) {
    private static final Set<String> ITALIAN = Set.of("IT", "SM", "VA");

    /** The language of names that we give to what the company has not named. */
    public Locale language() {
        return ITALIAN.contains(country) ? Locale.ITALIAN : Locale.ENGLISH;
    }
}
