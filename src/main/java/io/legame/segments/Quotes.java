package io.legame.segments;

import java.util.regex.Pattern;

/**
 * Quotation marks around names: those of the language, or straight ones, which everybody finds on a keyboard and which are
 * told only around names that hold marks of the language without their partners.
 */
final class Quotes {
    static final char STRAIGHT = '"';
    private static final String OPENING = "“«";
    private static final String CLOSING = "”»";

    /** A name that can stand without quotation marks wherever its letters are known. */
    static final Pattern AWAY = Pattern.compile("(?! )(?!.*  )[^“”«»\"\\p{Cntrl}\u00A0]*[^“”«»\"\\p{Cntrl}\u00A0 .]");

    private Quotes() {}

    static boolean isOpening(char mark) {
        return mark == STRAIGHT || OPENING.indexOf(mark) >= 0;
    }

    /** Whether the marks that the language puts around the name end where the name does. */
    static boolean isSafe(String name, Words words) {
        String quoted = words.text("sentence.quoted", name);
        return end(quoted, 0) == quoted.length();
    }

    static String straight(String name) {
        return STRAIGHT + name.replace("\"", "\"\"") + STRAIGHT;
    }

    /** The end of what is quoted from the place on, behind its last mark; -1 where it does not end. */
    static int end(String text, int place) {
        return text.charAt(place) == STRAIGHT ? straightEnd(text, place) : pairedEnd(text, place);
    }

    private static int straightEnd(String text, int place) {
        for (int i = place + 1; i < text.length(); i++) {
            if (text.charAt(i) == STRAIGHT) {
                if (i + 1 == text.length() || text.charAt(i + 1) != STRAIGHT) {
                    return i + 1;
                }
                i++;
            }
        }
        return -1;
    }

    private static int pairedEnd(String text, int place) {
        char opening = text.charAt(place);
        char closing = CLOSING.charAt(OPENING.indexOf(opening));
        int open = 0;
        for (int i = place; i < text.length(); i++) {
            if (text.charAt(i) == opening) {
                open++;
            } else if (text.charAt(i) == closing && --open == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** What is within the marks. */
    static String unquoted(String quoted) {
        String within = quoted.substring(1, quoted.length() - 1);
        return quoted.charAt(0) == STRAIGHT ? within.replace("\"\"", "\"") : within;
    }
}
