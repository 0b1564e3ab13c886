package io.legame.customers;

import io.legame.wording.EmailAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses and phones that stand together in one text: {@code anna@example.com; rossi@example.org}. */
public final class SeveralValues {
    /** What programs and people put between values; Google writes three colons. */
    private static final Pattern SEPARATOR = Pattern.compile(":::|[;,\\n]");

    /** An address may have it too. */
    private static final Pattern BAR = Pattern.compile("\\|");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Fewer digits are an extension, or a part of a number. */
    private static final int FEWEST_DIGITS = 6;

    private SeveralValues() {}

    /** The values of a file's cell, the first one first; the cell as it is unless every part is a value for itself. */
    public static List<String> of(CustomerField field, String cell) {
        return switch (field) {
            case EMAIL, OTHER_EMAIL -> {
                List<String> separated = whole(split(cell), cell, SeveralValues::isAddress);
                yield separated.size() > 1 ? separated : whole(split(BLANKS, cell), cell, SeveralValues::isAddress);
            }
            case PHONE, OTHER_PHONE -> whole(split(cell), cell, SeveralValues::isLongEnough);
            default -> List.of(cell);
        };
    }

    /** The values that somebody wrote, right or wrong. */
    static List<String> split(String text) {
        return split(SEPARATOR, text).stream()
                .flatMap(part -> whole(split(BAR, part), part, SeveralValues::isValue).stream())
                .toList();
    }

    /** Null for none. */
    static @Nullable String together(List<String> values) {
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /** A main address as its identity is written; it may be stored as it came. */
    static @Nullable String address(@Nullable Object email) {
        return email == null ? null : EmailAddress.uniform(email.toString());
    }

    private static List<String> split(Pattern separator, String text) {
        return separator
                .splitAsStream(text)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<String> whole(List<String> parts, String cell, Predicate<String> value) {
        return parts.size() > 1 && parts.stream().allMatch(value) ? parts : List.of(cell);
    }

    private static boolean isValue(String text) {
        return text.contains("@") ? isAddress(text) : isLongEnough(text);
    }

    private static boolean isAddress(String text) {
        return EmailAddress.uniform(text) != null;
    }

    private static boolean isLongEnough(String phone) {
        return phone.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }
}
