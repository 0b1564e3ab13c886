package io.legame.wording;

import java.util.Locale;
import org.apache.commons.validator.routines.IBANValidator;
import org.jspecify.annotations.Nullable;

/**
 * An international bank account number (ISO 13616), written without blanks. Lengths and structures are those of SWIFT's
 * IBAN registry, as Apache Commons Validator has them; the check digits are ISO 7064 MOD 97-10.
 */
public record Iban(String value) {
    private static final IBANValidator REGISTRY = IBANValidator.getInstance();

    public static @Nullable Iban parse(String text) {
        return fault(text) == null ? new Iban(compact(text)) : null;
    }

    /** Why the text is no IBAN, or null when it is one. */
    public static @Nullable CodeFault fault(String text) {
        String compact = compact(text);
        return switch (REGISTRY.validate(compact)) {
            case VALID -> null;
            case UNKNOWN_COUNTRY -> CodeFault.COUNTRY;
            case INVALID_LENGTH -> CodeFault.LENGTH;
            case INVALID_PATTERN -> CodeFault.FORMAT;
            case INVALID_CHECKSUM -> CodeFault.CHECK_DIGIT;
        };
    }

    private static String compact(String text) {
        String compact = text.replaceAll("[\\s\\p{Z}.:-]", "").toUpperCase(Locale.ROOT);
        return compact.startsWith("IBAN") ? compact.substring(4) : compact;
    }

    /** In groups of four, as it is printed. */
    public String display() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
