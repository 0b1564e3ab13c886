package io.legame.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a file are. */
public enum ImportKind {
    CUSTOMERS,
    PRODUCTS,
    PURCHASES,
    RETURNS,
    INTERACTIONS;

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ImportKind> of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(code))
                .findFirst();
    }

    /** Whether rows are lines of orders: they have amounts. */
    public boolean hasAmounts() {
        return this == PURCHASES || this == RETURNS;
    }

    /** The fields that a column of such a file can be. */
    public List<Field> fields() {
        return Arrays.stream(Field.values())
                .filter(field -> field.kinds().contains(this))
                .toList();
    }
}
