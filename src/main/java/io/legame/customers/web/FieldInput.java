package io.legame.customers.web;

import io.legame.customers.CustomerField;
import io.legame.platform.Shell;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of the form.
 *
 * @param faulty whether the value was refused
 */
public record FieldInput(CustomerField field, String value, boolean faulty) {
    private static final int LONGEST = 250;
    private static final int LONGEST_NOTE = 10_000;

    /** One line of a select: what is sent and what is read. */
    public record Option(String value, String label) {}

    public String id() {
        return "field-" + field.code();
    }

    public boolean isSelect() {
        return switch (field) {
            case GENDER, LANGUAGE, COUNTRY, MARITAL_STATUS, HOME_OWNER -> true;
            default -> false;
        };
    }

    /** Which keys a phone shows. */
    public @Nullable String keys() {
        return switch (field) {
            case EMAIL, OTHER_EMAIL -> "email";
            case PHONE -> "tel";
            case WEBSITE -> "url";
            case ANNUAL_INCOME -> "decimal";
            case CHILDREN -> "numeric";
            default -> null;
        };
    }

    /** Whether no language's spelling is meant. */
    public boolean isCode() {
        return keys() != null
                || switch (field) {
                    case NUMBER, CARD, TAX_CODE, VAT_NUMBER, IBAN, POSTCODE -> true;
                    default -> false;
                };
    }

    public int longest() {
        return field == CustomerField.NOTE || field.several() ? LONGEST_NOTE : LONGEST;
    }

    /** The options of a select, and the value that is there if it is none of them. */
    public List<Option> options(Shell shell) {
        var options = new ArrayList<Option>();
        options.add(new Option("", ""));
        options.addAll(known(shell));
        if (options.stream().noneMatch(option -> option.value().equals(value))) {
            options.add(new Option(value, value));
        }
        return options;
    }

    private List<Option> known(Shell shell) {
        return switch (field) {
            case GENDER -> words(shell, "customers.gender.", "F", "M", "X");
            case MARITAL_STATUS -> words(shell, "customers.maritalStatus.", "married", "single", "divorced", "widowed");
            case HOME_OWNER ->
                List.of(
                        new Option("true", shell.text("customers.yes")),
                        new Option("false", shell.text("customers.no")));
            case LANGUAGE ->
                sorted(
                        shell.locale(),
                        Arrays.stream(Locale.getISOLanguages())
                                .map(code -> new Option(code, Locale.of(code).getDisplayLanguage(shell.locale()))));
            case COUNTRY ->
                sorted(
                        shell.locale(),
                        Arrays.stream(Locale.getISOCountries())
                                .map(code ->
                                        new Option(code, Locale.of("", code).getDisplayCountry(shell.locale()))));
            default -> List.of();
        };
    }

    private static List<Option> words(Shell shell, String keys, String... codes) {
        return Stream.of(codes)
                .map(code -> new Option(code, shell.text(keys + code)))
                .toList();
    }

    private static List<Option> sorted(Locale language, Stream<Option> options) {
        var alphabet = Collator.getInstance(language);
        return options.sorted(Comparator.comparing(Option::label, alphabet)).toList();
    }
}
