package io.legame.customers;

import java.util.List;
import java.util.Set;

/** How far a word that somebody typed is from one that they may have meant. */
final class Slips {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    /** A letter written twice, or once instead of twice, is the slip that is made most, and counts for half. */
    private static final int HALF = 1;

    private static final int WHOLE = 2;

    /** What a word that is not meant costs. */
    static final int FAR = 1000;

    private Slips() {}

    /** What as many slips cost as are forgiven in the word: none in a short one, two in a long one. */
    static int forgiven(String typed) {
        return typed.length() < SHORTEST ? 0 : typed.length() < LONG ? WHOLE : 2 * WHOLE;
    }

    /**
     * What the slips cost that lie between what is typed and the beginning of the word that is nearest to it: a letter too
     * many, one too few, another one, or two neighbours changed about (Damerau and Levenshtein). Of several slips only one
     * may lie in the first four letters; those are how words are looked up.
     *
     * @return 0 when the word begins as typed, {@link #FAR} when more is wrong than is forgiven
     */
    static int cost(String typed, String word) {
        if (word.startsWith(typed)) {
            return 0;
        }
        int forgiven = forgiven(typed);
        if (forgiven == 0 || keys(typed).stream().noneMatch(keys(word)::contains)) {
            return FAR;
        }
        int cost = distance(typed, word);
        return cost > forgiven ? FAR : cost;
    }

    /** What one slip in the first four letters leaves as it is; {@code customers.slip_keys} says the same. */
    static Set<String> keys(String word) {
        return Set.copyOf(List.of(
                part(word, 0, 4),
                part(word, 1, 4),
                part(word, 0, 1) + part(word, 2, 4),
                part(word, 0, 2) + part(word, 3, 4),
                part(word, 0, 3)));
    }

    private static String part(String word, int from, int to) {
        return word.substring(Math.min(from, word.length()), Math.min(to, word.length()));
    }

    private static int distance(String typed, String word) {
        int columns = Math.min(word.length(), typed.length() + 2);
        int[][] cost = new int[typed.length() + 1][columns + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= columns; j++) {
                cost[i][j] = i == 0 ? j * WHOLE : j == 0 ? i * WHOLE : cheapest(cost, typed, word, i, j);
            }
        }
        int nearest = FAR;
        for (int end : cost[typed.length()]) {
            nearest = Math.min(nearest, end);
        }
        return nearest;
    }

    private static int cheapest(int[][] cost, String typed, String word, int i, int j) {
        char here = typed.charAt(i - 1);
        char there = word.charAt(j - 1);
        int cheapest = cost[i - 1][j - 1] + (here == there ? 0 : WHOLE);
        cheapest = Math.min(cheapest, cost[i - 1][j] + (i > 1 && typed.charAt(i - 2) == here ? HALF : WHOLE));
        cheapest = Math.min(cheapest, cost[i][j - 1] + (j > 1 && word.charAt(j - 2) == there ? HALF : WHOLE));
        if (i > 1 && j > 1 && here == word.charAt(j - 2) && there == typed.charAt(i - 2)) {
            cheapest = Math.min(cheapest, cost[i - 2][j - 2] + WHOLE);
        }
        return cheapest;
    }
}
