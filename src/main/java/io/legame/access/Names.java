package io.legame.access;

import io.legame.platform.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people and tokens may be called. */
final class Names {
    private static final int LONGEST = 100;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}<>\",;]{1,64}@[^\\s@\\p{Cntrl}<>\",;]{1,189}");

    private Names() {}

    static String of(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw Refusal.of("access.error.name", LONGEST);
        }
        return clean;
    }

    /** In small letters: people do not remember how they wrote theirs. */
    static String email(String email) {
        String clean = email.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(clean).matches()) {
            throw Refusal.of("access.error.email");
        }
        return clean;
    }
}
