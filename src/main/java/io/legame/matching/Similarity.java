package io.legame.matching;

/**
 * How alike two texts are, read where they lie and without creating objects. Only their first 64 letters count. Not for
 * several threads at once.
 */
final class Similarity {
    private static final int LONGEST = 64;
    private static final int LONGEST_PREFIX = 4;
    private static final double PREFIX_WEIGHT = 0.1;
    private static final double LEAST_FOR_PREFIX = 0.7;

    private final char[] common = new char[LONGEST];
    private int[] before = new int[LONGEST + 1];
    private int[] above = new int[LONGEST + 1];
    private int[] row = new int[LONGEST + 1];

    /** Winkler's (1990) of Jaro's (1989) similarity, 0 to 1: letters in common, their order, and how both begin. */
    double jaroWinkler(Dictionary texts, int first, int second) {
        int shorter = texts.length(first) <= texts.length(second) ? first : second;
        int longer = shorter == first ? second : first;
        return jaroWinkler(
                texts.letters(),
                texts.start(shorter),
                texts.length(shorter),
                texts.start(longer),
                texts.length(longer));
    }

    private double jaroWinkler(char[] letters, int x, int xLength, int y, int yLength) {
        int m = Math.min(xLength, LONGEST);
        int n = Math.min(yLength, LONGEST);
        int reach = Math.max(Math.max(m, n) / 2 - 1, 0);
        long taken = 0;
        int matches = 0;
        for (int i = 0; i < m; i++) {
            char one = letters[x + i];
            int end = Math.min(n, i + reach + 1);
            for (int j = Math.max(0, i - reach); j < end; j++) {
                if (letters[y + j] == one && (taken >>> j & 1) == 0) {
                    taken |= 1L << j;
                    common[matches++] = one;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int displaced = 0;
        int next = 0;
        for (long rest = taken; rest != 0; rest &= rest - 1) {
            if (letters[y + Long.numberOfTrailingZeros(rest)] != common[next++]) {
                displaced++;
            }
        }
        double jaro = ((double) matches / m + (double) matches / n + (matches - displaced / 2.0) / matches) / 3;
        return jaro < LEAST_FOR_PREFIX ? jaro : jaro + PREFIX_WEIGHT * prefix(letters, x, m, y, n) * (1 - jaro);
    }

    private static int prefix(char[] letters, int x, int m, int y, int n) {
        int longest = Math.min(LONGEST_PREFIX, Math.min(m, n));
        int length = 0;
        while (length < longest && letters[x + length] == letters[y + length]) {
            length++;
        }
        return length;
    }

    /**
     * How many letters are missing, too many, wrong or exchanged with their neighbour (Damerau 1964, the variant that edits
     * no part twice); any number above the limit when there are more.
     */
    int edits(Dictionary texts, int first, int second, int limit) {
        char[] letters = texts.letters();
        int x = texts.start(first);
        int y = texts.start(second);
        int m = Math.min(texts.length(first), LONGEST);
        int n = Math.min(texts.length(second), LONGEST);
        if (Math.abs(m - n) > limit) {
            return limit + 1;
        }
        for (int j = 0; j <= n; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= m; i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= n; j++) {
                boolean same = letters[x + i - 1] == letters[y + j - 1];
                int edits = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && letters[x + i - 1] == letters[y + j - 2]
                        && letters[x + i - 2] == letters[y + j - 1]) {
                    edits = Math.min(edits, before[j - 2] + 1);
                }
                row[j] = edits;
                least = Math.min(least, edits);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[n];
    }
}
