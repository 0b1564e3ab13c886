package io.legame.wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Countries by their ISO 3166-1 codes and by their names in the languages that files are written in. */
public final class Countries {
    private static final Set<String> ISO_CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The two-letter code, or null when the text names no country. */
    public static @Nullable String code(String text) {
        return CODES.get(Folding.fold(text).replace(".", ""));
    }

    /** Whether the text is a two-letter code, in either case. */
    public static boolean isCode(String text) {
        return ISO_CODES.contains(text.toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            for (Locale language : new Locale[] {
                Locale.ENGLISH,
                Locale.ITALIAN,
                Locale.FRENCH,
                Locale.GERMAN,
                Locale.of("es"),
                Locale.of("pt"),
                Locale.of("nl")
            }) {
                codes.putIfAbsent(Folding.fold(country.getDisplayCountry(language)), code);
            }
        }
        codes.putAll(Map.of(
                "uk",
                "GB",
                "england",
                "GB",
                "scotland",
                "GB",
                "wales",
                "GB",
                "great britain",
                "GB",
                "eire",
                "IE",
                "usa",
                "US",
                "united states of america",
                "US",
                "holland",
                "NL",
                "rsa",
                "ZA"));
        codes.put("channel islands", "JE");
        // called otherwise since 2016, and still like this in most files
        for (String name : new String[] {
            "czech republic", "repubblica ceca", "republique tcheque", "tschechische republik", "republica checa"
        }) {
            codes.put(name, "CZ");
        }
        return Map.copyOf(codes);
    }
}
