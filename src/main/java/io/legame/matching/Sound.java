package io.legame.matching;

/**
 * How a name sounds, roughly: the Soundex code (Russell 1918; Knuth, The Art of Computer Programming 3, section 6) of its
 * letters, as a number. Names in other scripts sound like their first four letters.
 */
final class Sound {
    private static final String CODES = "01230120022455012623010202";
    private static final int DIGITS = 3;

    private Sound() {}

    /** Never 0 for a text that is not empty. */
    static int of(char[] letters, int start, int length) {
        if (length == 0) {
            return 0;
        }
        char first = letters[start];
        if (first < 'a' || first > 'z') {
            int hash = 1;
            for (int i = 0; i < Math.min(4, length); i++) {
                hash = hash * 31 + letters[start + i];
            }
            return Hashing.join(hash, 1);
        }
        int sound = first;
        int count = 0;
        int last = code(first);
        for (int i = 1; i < length && count < DIGITS; i++) {
            char one = letters[start + i];
            int code = code(one);
            if (code != 0 && code != last) {
                sound = sound * 10 + code;
                count++;
            }
            if (one != 'h' && one != 'w' && one != ' ') {
                last = code;
            }
        }
        return Hashing.join(sound, count);
    }

    private static int code(char one) {
        return one >= 'a' && one <= 'z' ? CODES.charAt(one - 'a') - '0' : 0;
    }
}
