package io.legame.wording;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A VAT number of a member state of the European Union, of Northern Ireland (XI), of the United Kingdom (GB) or of the
 * one stop shop (EU), with its prefix and nothing between the characters: {@code IT00743110157}. That the number is well
 * formed does not say that it was ever issued; only VIES knows.
 *
 * @param country the prefix, which for Greece is EL
 */
public record VatNumber(String country, String number) {

    /** @param defaultCountry whose number it is when there is no prefix, ISO 3166-1 alpha-2 */
    public static @Nullable VatNumber parse(String text, String defaultCountry) {
        String compact = compact(text);
        if (hasPrefix(compact)) {
            VatNumber prefixed = of(compact.substring(0, 2), compact.substring(2));
            if (prefixed != null) {
                return prefixed;
            }
        }
        return of(defaultCountry, compact);
    }

    /** Why {@link #parse} refuses the text, or null when it does not. */
    public static @Nullable CodeFault fault(String text, String defaultCountry) {
        if (parse(text, defaultCountry) != null) {
            return null;
        }
        String compact = compact(text);
        VatRules.Rule rule = VatRules.of(prefix(hasPrefix(compact) ? compact : defaultCountry));
        return rule == null ? CodeFault.COUNTRY : rule.fault(hasPrefix(compact) ? compact.substring(2) : compact);
    }

    public String value() {
        return country + number;
    }

    private static @Nullable VatNumber of(String country, String written) {
        VatRules.Rule rule = VatRules.of(prefix(country));
        return rule == null || rule.fault(written) != null
                ? null
                : new VatNumber(prefix(country), rule.padded(written));
    }

    private static boolean hasPrefix(String compact) {
        return compact.length() > 2 && VatRules.of(prefix(compact)) != null;
    }

    private static String prefix(String text) {
        String two = text.substring(0, Math.min(2, text.length())).toUpperCase(Locale.ROOT);
        return two.equals("GR") ? "EL" : two;
    }

    private static String compact(String text) {
        return text.replaceAll("[\\s\\p{Z}.:/()–-]", "").toUpperCase(Locale.ROOT);
    }
}
