package io.legame.platform;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every template knows besides its own record: who looks, in which language, and the frame around the page.
 *
 * @param path the request's path, for the menu
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param csrfToken empty when there is none
 * @param toast a message left by the request before, already in the viewer's language
 */
public record Shell(
        Viewer viewer,
        String path,
        String theme,
        String csrfParameter,
        String csrfToken,
        @Nullable String toast,
        @Nullable Company company,
        List<MenuItem> menu,
        Texts texts,
        Formats formats,
        Assets assets) {

    public Locale locale() {
        return formats.locale();
    }

    /** The text of the key in the viewer's language; arguments as in {@link java.text.MessageFormat}. */
    public String text(String key, Object... arguments) {
        return texts.get(locale(), key, arguments);
    }

    public String asset(String name) {
        return assets.url(name);
    }

    public boolean may(String permission) {
        return viewer.may(permission);
    }

    public String money(@Nullable BigDecimal amount) {
        return formats.money(amount);
    }

    public String wholeMoney(@Nullable BigDecimal amount) {
        return formats.wholeMoney(amount);
    }

    public String number(long number) {
        return formats.number(number);
    }

    public String decimal(BigDecimal number) {
        return formats.decimal(number);
    }

    /** A share between 0 and 1 as a percentage with one decimal. */
    public String percent(double share) {
        return formats.percent(share);
    }

    public String date(@Nullable LocalDate date) {
        return formats.date(date);
    }

    public String date(@Nullable Instant instant) {
        return formats.date(instant);
    }

    public String dateTime(@Nullable Instant instant) {
        return formats.dateTime(instant);
    }

    public String month(YearMonth month) {
        return formats.month(month);
    }

    public String bytes(long bytes) {
        return formats.bytes(bytes);
    }
}
