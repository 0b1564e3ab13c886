package io.legame.customers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, or may be wrong, with one value of a customer.
 *
 * @param written the value as it was written
 * @param proposal what was probably meant; null when there is no telling
 */
public record ValueFlag(Kind kind, String written, @Nullable String proposal) {
    /** Whether somebody should look at it. */
    public boolean needsLook() {
        return kind != Kind.ACCEPTED;
    }

    /** The flag of a value that stays as it is. */
    ValueFlag accepted() {
        return new ValueFlag(Kind.ACCEPTED, written, proposal);
    }

    /** A text for each is {@code customers.flag.<name>}. */
    public enum Kind {
        /** No such value can exist: it was left out. */
        IMPOSSIBLE(true),
        /** The characters that check the others do not fit them: somebody mistyped, and it was left out. */
        CHECK_CHARACTERS(true),
        /** It belongs to another customer already: it was left out. */
        OF_ANOTHER(true),
        /** A well-known name in an unknown spelling. */
        TYPO(false),
        /** An address made to be thrown away. */
        DISPOSABLE(false),
        /** It says another birth date, gender or name than the other fields. */
        DISAGREES(false),
        /** No such place is known in the country. */
        UNKNOWN(false),
        /** Somebody looked at it and said that it stays: the same value is not flagged again. */
        ACCEPTED(false);

        private final boolean leftOut;

        Kind(boolean leftOut) {
            this.leftOut = leftOut;
        }

        /** Whether the value was not stored. */
        public boolean leftOut() {
            return leftOut;
        }

        public static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }

        public String code() {
            var code = new StringBuilder();
            for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
                code.append(code.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            return code.toString();
        }
    }
}
