package io.legame.timeline;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies that money can be in, by their codes. */
public final class Currencies {
    /** ISO 4217 has codes for gold, for tests and for none too; those have no decimals, not even none. */
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** Their codes in alphabetical order. */
    public static List<String> all() {
        return CODES.stream().sorted().toList();
    }

    /** The code in capitals; empty when it is none. */
    public static Optional<String> find(String code) {
        String capitals = code.toUpperCase(Locale.ROOT);
        return CODES.contains(capitals) ? Optional.of(capitals) : Optional.empty();
    }
}
