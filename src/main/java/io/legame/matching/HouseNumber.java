package io.legame.matching;

import java.util.Arrays;

/**
 * A street and the number of the house in it, wherever it stands; what follows a number and a letter (floor, flat) is not
 * compared.
 *
 * @param number empty when there is none
 */
record HouseNumber(String street, String number) {
    /** @param text as {@link Letters} leaves it */
    static HouseNumber split(String text) {
        String[] words = text.split(" ", -1);
        int at = numberAt(words);
        if (at < 0) {
            return new HouseNumber(text, "");
        }
        boolean lettered = at + 1 < words.length
                && words[at + 1].length() == 1
                && Character.isLetter(words[at + 1].charAt(0))
                && (at > 0 || words.length > 2);
        String number = lettered ? words[at] + words[at + 1] : words[at];
        int from = at == 0 ? (lettered ? 2 : 1) : 0;
        int to = at == 0 ? words.length : at;
        return new HouseNumber(String.join(" ", Arrays.copyOfRange(words, from, to)), number);
    }

    /** The first word, or the first after a word that is none of a date as in Via 4 Novembre. */
    private static int numberAt(String[] words) {
        if (words.length > 1 && startsWithDigit(words[0])) {
            return 0;
        }
        for (int i = 1; i < words.length; i++) {
            boolean last = i == words.length - 1;
            if (startsWithDigit(words[i]) && (last || words[i + 1].length() < 4 || i > 1)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWithDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }
}
