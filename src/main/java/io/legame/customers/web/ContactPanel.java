package io.legame.customers.web;

import io.legame.customers.ContactPreference;
import io.legame.customers.CustomerAddress;
import io.legame.customers.CustomerId;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where else a customer is, and how it wants to be reached: a panel of its card. */
public record ContactPanel(CustomerId customer, ContactPreference preference, List<CustomerAddress> addresses)
        implements View {
    public static String language(Shell shell, String code) {
        return Locale.of(code).getDisplayLanguage(shell.locale());
    }

    public static String day(Shell shell, int day) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.SHORT, shell.locale());
    }

    public String languages(Shell shell) {
        return preference.languages().stream()
                .map(code -> language(shell, code))
                .collect(Collectors.joining(", "));
    }

    /** Days and hours, such as {@code Mon, Tue, 9:00–12:00}. */
    public String times(Shell shell) {
        String days = preference.days().stream().map(day -> day(shell, day)).collect(Collectors.joining(", "));
        String hours = hours(shell);
        return days + (days.isEmpty() || hours.isEmpty() ? "" : ", ") + hours;
    }

    private String hours(Shell shell) {
        if (preference.from() == null) {
            return preference.until() == null
                    ? ""
                    : shell.text(
                            "customers.contact.untilTime", preference.until().toString());
        }
        return preference.until() == null
                ? shell.text("customers.contact.fromTime", preference.from().toString())
                : preference.from() + "–" + preference.until();
    }

    public static String country(Shell shell, CustomerAddress address) {
        return address.country() == null ? "" : Locale.of("", address.country()).getDisplayCountry(shell.locale());
    }
}
