package io.legame.customers;

import java.util.Locale;
import java.util.Set;

/**
 * The letter case of names of people and places. A name in mixed case was written by somebody who knew; one that is all
 * capitals or all small is put right: {@code DE LUCA} is De Luca, {@code D'ANGELO} D'Angelo, {@code REGGIO NELL'EMILIA}
 * Reggio nell'Emilia.
 */
final class ProperNames {
    /** Small inside the names of places, never at their beginning. */
    private static final Set<String> SMALL_IN_PLACES = Set.of(
            "di", "del", "dello", "della", "dei", "degli", "delle", "da", "dal", "in", "nel", "nella", "sul", "sulla",
            "a", "al", "alla", "e", "ed", "con", "per", "of", "the", "on", "upon", "de", "la", "le", "les", "sur",
            "am");

    private static final Set<String> SMALL_BEFORE_APOSTROPHE = Set.of("nell", "dell", "sull", "all", "dall");

    private ProperNames() {}

    static String ofPerson(String name) {
        String text = Whitespace.collapse(name);
        return isOneCase(text) ? capitalised(text, false) : text;
    }

    static String ofPlace(String name) {
        String text = Whitespace.collapse(name);
        return isOneCase(text) ? capitalised(text, true) : text;
    }

    /** A final apostrophe for an accent, as typewriters had it: {@code FORLI'} is {@code FORLÌ}. */
    static String withFinalAccent(String text) {
        int last = text.length() - 1;
        if (last < 1 || (text.charAt(last) != '\'' && text.charAt(last) != '’')) {
            return text;
        }
        int vowel = "aeiouAEIOU".indexOf(text.charAt(last - 1));
        return vowel < 0 ? text : text.substring(0, last - 1) + "àèìòùÀÈÌÒÙ".charAt(vowel);
    }

    static boolean isOneCase(String text) {
        // a single capital, as in "J. R.", says nothing about the writer's habit
        return text.equals(text.toUpperCase(Locale.ROOT)) || text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static String capitalised(String text, boolean place) {
        var result = new StringBuilder(text.length());
        int begin = 0;
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || isBoundary(lower.charAt(i))) {
                String word = lower.substring(begin, i);
                char after = i < lower.length() ? lower.charAt(i) : ' ';
                boolean small = place
                        && begin > 0
                        && (SMALL_IN_PLACES.contains(word)
                                || ((after == '\'' || after == '’') && SMALL_BEFORE_APOSTROPHE.contains(word)));
                result.append(small ? word : capitalisedWord(word));
                if (i < lower.length()) {
                    result.append(text.charAt(i));
                }
                begin = i + 1;
            }
        }
        return result.toString();
    }

    private static boolean isBoundary(char one) {
        return one == ' ' || one == '-' || one == '\'' || one == '’' || one == '.' || one == '/' || one == '(';
    }

    private static String capitalisedWord(String word) {
        if (word.isEmpty()) {
            return word;
        }
        if (word.length() > 3 && word.startsWith("mc")) {
            return "Mc" + capitalisedWord(word.substring(2));
        }
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }
}
