package io.legame.wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Languages by their ISO 639-1 codes and their English and Italian names. */
public final class Languages {
    private static final Map<String, String> CODES = codes();

    private Languages() {}

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (String code : Locale.getISOLanguages()) {
            codes.put(code, code);
            for (Locale spoken : new Locale[] {Locale.ENGLISH, Locale.ITALIAN}) {
                codes.putIfAbsent(Folding.fold(Locale.of(code).getDisplayLanguage(spoken)), code);
            }
        }
        return Map.copyOf(codes);
    }

    /** The code of what is written as a code ({@code it}, {@code en-GB}) or a name; null when it is neither. */
    public static @Nullable String code(String text) {
        String folded = Folding.fold(text);
        String code = CODES.get(folded);
        if (code != null) {
            return code;
        }
        boolean withCountry = folded.length() > 2 && (folded.charAt(2) == '-' || folded.charAt(2) == '_');
        return withCountry ? folded.substring(0, 2) : null;
    }
}
