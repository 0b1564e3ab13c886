package io.legame.intake;

import io.legame.customers.CustomerField;
import io.legame.wording.EmailAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Addresses and phones that stand together in one cell: {@code anna@example.com; rossi@example.org}. */
final class SeveralValues {
    /** What programs and people put between values; Google writes three colons. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s*(?::::|[;,|\\n])\\s*");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Fewer digits are an extension, or a part of a number. */
    private static final int FEWEST_DIGITS = 6;

    private SeveralValues() {}

    /** The values, the first one first; the cell as it is unless every part is a value for itself. */
    static List<String> of(CustomerField field, String cell) {
        return switch (field) {
            case EMAIL, OTHER_EMAIL -> {
                List<String> separated = split(SEPARATOR, cell, part -> EmailAddress.uniform(part) != null);
                yield separated.size() > 1
                        ? separated
                        : split(BLANKS, cell, part -> EmailAddress.uniform(part) != null);
            }
            case PHONE, OTHER_PHONE -> split(SEPARATOR, cell, SeveralValues::isLongEnough);
            default -> List.of(cell);
        };
    }

    private static List<String> split(Pattern separator, String cell, Predicate<String> whole) {
        List<String> parts = separator
                .splitAsStream(cell.strip())
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.size() > 1 && parts.stream().allMatch(whole) ? parts : List.of(cell);
    }

    private static boolean isLongEnough(String phone) {
        return phone.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }
}
