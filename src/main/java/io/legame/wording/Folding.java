package io.legame.wording;

import java.text.Normalizer;
import java.util.Locale;

/** Text without case, accents and double blanks, for ordering and searching names. */
public final class Folding {
    private Folding() {}

    public static String fold(String text) {
        String plain = isAscii(text)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Whitespace.collapse(plain).toLowerCase(Locale.ROOT);
    }

    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
