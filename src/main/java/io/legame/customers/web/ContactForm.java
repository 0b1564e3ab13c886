package io.legame.customers.web;

import io.legame.customers.CustomerAddress;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wants to be reached, and its further addresses, to write.
 *
 * @param values what the fields of the preference hold, by their names; of lists with commas between
 * @param address the number of the address that is written anew; null for a new one
 * @param written what the fields of that address hold
 * @param fault why what was just written was not taken; null when nothing is wrong
 * @param faultOfAddress whether it was the address
 */
public record ContactForm(
        CustomerId customer,
        String name,
        Map<String, String> values,
        List<CustomerAddress> addresses,
        @Nullable Long address,
        Map<String, String> written,
        @Nullable String fault,
        boolean faultOfAddress)
        implements View {
    /** A language to choose, by its code and name. */
    public record Language(String code, String name) {}

    public String path() {
        return "/customers/" + customer.value() + "/contact";
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field, String value) {
        return List.of(value(field).split(",", -1)).contains(value);
    }

    public String written(CustomerField part) {
        return written.getOrDefault(part.code(), "");
    }

    /** Those that are written with two letters, by their names in the reader's language. */
    public static List<Language> languages(Shell shell) {
        return Arrays.stream(Locale.getISOLanguages())
                .filter(code -> code.length() == 2)
                .map(code -> new Language(code, Locale.of(code).getDisplayLanguage(shell.locale())))
                .sorted(Comparator.comparing(Language::name, java.text.Collator.getInstance(shell.locale())))
                .toList();
    }
}
