package io.legame.customers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the values of a {@link CustomField} are. A text for each is {@code customers.fields.type.<code>}. */
public enum CustomFieldType {
    TEXT,
    NUMBER,
    MONEY,
    DATE,
    YES_NO,
    CHOICE,
    /** Several choices of one list. */
    CHOICES,
    LINK,
    EMAIL,
    PHONE;

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "si", "vero", "x");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "falso");

    /** What is read as yes or as no, in small letters without accents. */
    public static Set<String> answers(boolean yes) {
        return yes ? YES : NO;
    }

    public static Optional<CustomFieldType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isChosen() {
        return this == CHOICE || this == CHOICES;
    }

    /** Whether two customers can be told apart by it. */
    public boolean canBeUnique() {
        return switch (this) {
            case TEXT, NUMBER, LINK, EMAIL, PHONE -> true;
            case MONEY, DATE, YES_NO, CHOICE, CHOICES -> false;
        };
    }
}
