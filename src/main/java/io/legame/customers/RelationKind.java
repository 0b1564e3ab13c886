package io.legame.customers;

import java.util.Locale;
import java.util.Map;

/**
 * A way in which customers can be related.
 *
 * @param mutual whether it is the same seen from both sides
 * @param household whether who is related so lives together
 * @param forth by language, what the first is to the second; empty for what the texts call it
 * @param back the same, what the second is to the first
 */
public record RelationKind(
        String code, boolean mutual, boolean household, Map<String, String> forth, Map<String, String> back) {
    /** Which of the two one looks from. */
    public enum Side {
        /** From the first: who works at the other. */
        FORTH,
        /** From the second: who employs the other. */
        BACK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it came with the program. */
    public boolean ours() {
        return forth.isEmpty();
    }

    /** What the company calls it, in the language or any other. */
    public String name(Side side, Locale language) {
        Map<String, String> names = side == Side.FORTH || mutual ? forth : back;
        return names.getOrDefault(
                language.getLanguage(), names.values().stream().findFirst().orElse(code));
    }

    /** The text that names what is ours. */
    public String textKey(Side side) {
        return "customers.relation." + code + "." + (mutual ? Side.FORTH : side).code();
    }
}
