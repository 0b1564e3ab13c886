package io.legame.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * What different writings of a product's name or code have in common.
 *
 * @param key letters and digits without case and accents; equal for {@code GTX Pro} and {@code gtx-pro}
 * @param numbers the digits that stand together: {@code 1.5 l} is not {@code 15 l}
 * @param words of letters and digits, in their order
 */
record ProductWording(String key, List<String> numbers, List<String> words) {
    /** More is no name, and no key of the index. */
    static final int LONGEST = 200;

    /** Shorter words that differ in a letter are other words: sizes, colours, {@code Pro} and {@code Pra}. */
    private static final int SHORTEST_SLIP = 4;

    private static final int LONG_WORD = 9;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

    static ProductWording of(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var numbers = new ArrayList<String>();
        var word = new StringBuilder();
        var number = new StringBuilder();
        for (int i = 0; i <= bare.length(); i++) {
            char c = i < bare.length() ? bare.charAt(i) : ' ';
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Character.isDigit(c)) {
                number.append(c);
            } else {
                end(number, numbers);
            }
            // Pro+ is not Pro
            if (Character.isLetterOrDigit(c) || "+#%".indexOf(c) >= 0) {
                word.append(c);
            } else {
                end(word, words);
            }
        }
        return new ProductWording(String.join("", words), numbers, words);
    }

    private static void end(StringBuilder part, List<String> parts) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    /** A sign or a letter alone says too little to be near to anything. */
    boolean says() {
        return key.length() > 1;
    }

    boolean isSameAs(ProductWording other) {
        return key.equals(other.key) && numbers.equals(other.numbers);
    }

    /** Whether a slip of the pen makes one word such another one; words with digits in them have none. */
    static boolean isSlip(String one, String other) {
        if (!mayBeSlip(one) || !mayBeSlip(other) || Math.abs(one.length() - other.length()) > 2) {
            return false;
        }
        int distance = DISTANCE.apply(one, other);
        boolean swapped = distance == 2 && Arrays.equals(sorted(one), sorted(other));
        return distance == 1 || swapped || (distance == 2 && one.length() >= LONG_WORD && other.length() >= LONG_WORD);
    }

    static boolean mayBeSlip(String word) {
        return word.length() >= SHORTEST_SLIP && word.chars().allMatch(Character::isLetter);
    }

    private static char[] sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return letters;
    }

    /** The words but for the one at the position, which may be a slip. */
    String around(int position) {
        var others = new ArrayList<>(words);
        others.set(position, "");
        return String.join(" ", others);
    }
}
