package io.legame.platform;

import java.time.ZoneId;
import java.util.Currency;

/**
 * The company whose customers these are.
 *
 * @param currency what all amounts are in
 * @param timeZone in which a day begins and ends
 * @param country ISO 3166-1 alpha-2, the country of phone numbers and addresses that do not say theirs
 */
public record Company(String name, Currency currency, ZoneId timeZone, String country) {}
