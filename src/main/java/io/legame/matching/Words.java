package io.legame.matching;

/** Texts of several words. */
final class Words {
    private Words() {}

    /** Whether one text is the first words of the other, or a single letter with which the other begins. */
    static boolean isBeginning(Dictionary texts, int one, int other) {
        int shorter = texts.length(one) < texts.length(other) ? one : other;
        int longer = shorter == one ? other : one;
        int length = texts.length(shorter);
        if (length == texts.length(longer) || !matches(texts, shorter, longer, 0)) {
            return false;
        }
        return length == 1 || texts.letters()[texts.start(longer) + length] == ' ';
    }

    /** Whether one text is a word, or some neighbouring words, of the other, or its initial. */
    static boolean isPart(Dictionary texts, int one, int other) {
        if (isBeginning(texts, one, other)) {
            return true;
        }
        int shorter = texts.length(one) < texts.length(other) ? one : other;
        int longer = shorter == one ? other : one;
        char[] letters = texts.letters();
        int start = texts.start(longer);
        int length = texts.length(shorter);
        for (int at = 1; at + length <= texts.length(longer); at++) {
            if (letters[start + at - 1] == ' '
                    && (at + length == texts.length(longer) || letters[start + at + length] == ' ')
                    && matches(texts, shorter, longer, at)) {
                return true;
            }
        }
        return false;
    }

    /** How the longest word sounds, the first of several. */
    static int longestSound(Dictionary texts, int text) {
        char[] letters = texts.letters();
        int start = texts.start(text);
        int end = start + texts.length(text);
        int longest = start;
        int length = 0;
        for (int from = start, at = start; at <= end; at++) {
            if (at == end || letters[at] == ' ') {
                if (at - from > length) {
                    longest = from;
                    length = at - from;
                }
                from = at + 1;
            }
        }
        return Sound.of(letters, longest, length);
    }

    private static boolean matches(Dictionary texts, int shorter, int longer, int at) {
        char[] letters = texts.letters();
        for (int i = 0; i < texts.length(shorter); i++) {
            if (letters[texts.start(shorter) + i] != letters[texts.start(longer) + at + i]) {
                return false;
            }
        }
        return true;
    }
}
