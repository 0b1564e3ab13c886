package io.legame.customers.web;

import io.legame.customers.CustomerField;
import io.legame.platform.Shell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of customers' fields as people read them, in one line. */
public final class ShownValues {
    private ShownValues() {}

    /** Null when there is nothing. */
    public static @Nullable String of(Shell shell, CustomerField field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate date -> shell.date(date);
            case BigDecimal amount -> shell.wholeMoney(amount);
            case Boolean answer -> shell.text(answer ? "customers.yes" : "customers.no");
            case Integer number -> shell.number(number);
            default -> text(shell, field, value.toString());
        };
    }

    private static String text(Shell shell, CustomerField field, String value) {
        return switch (field) {
            case GENDER -> named(shell, "customers.gender.", value);
            case MARITAL_STATUS -> named(shell, "customers.maritalStatus.", value);
            case COUNTRY -> Locale.of("", value).getDisplayCountry(shell.locale());
            case LANGUAGE -> Locale.of(value).getDisplayLanguage(shell.locale());
            default -> value;
        };
    }

    /** The company's own words have no text. */
    private static String named(Shell shell, String prefix, String value) {
        return shell.texts().has(shell.locale(), prefix + value) ? shell.text(prefix + value) : value;
    }
}
