package io.legame.access;

import io.legame.platform.Refusal;
import java.text.Normalizer;

/** A password as somebody typed it; blanks around it count, and it never shows in a log. */
public record Password(String characters) {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;

    /** The same characters typed on another keyboard must give the same password. */
    public Password {
        characters = Normalizer.normalize(characters, Normalizer.Form.NFKC);
    }

    /** Refuses a password that is too easy to guess for the account of that e-mail. */
    void check(String email) {
        if (characters.length() < SHORTEST
                || characters.chars().distinct().count() < FEWEST_DIFFERENT
                || characters.equalsIgnoreCase(email)) {
            throw Refusal.of("access.error.weakPassword");
        }
        if (characters.length() > LONGEST) {
            throw Refusal.of("access.error.longPassword");
        }
    }

    @Override
    public String toString() {
        return "•••";
    }
}
