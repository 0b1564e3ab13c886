package io.legame.platform;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
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
 * @param toastUndo where a POST undoes what the toast says was done; null when it cannot be undone
 */
public record Shell(
        Viewer viewer,
        String path,
        String theme,
        String csrfParameter,
        String csrfToken,
        @Nullable String toast,
        @Nullable String toastUndo,
        @Nullable Company company,
        List<MenuItem> menu,
        Texts texts,
        Formats formats,
        Assets assets) {

    /** As many places as fit at the bottom of a phone, beside the rest of the menu. */
    private static final int TABS = 4;

    public Locale locale() {
        return formats.locale();
    }

    /** The text of the key in the viewer's language; arguments as in {@link java.text.MessageFormat}. */
    public String text(String key, Object... arguments) {
        return texts.get(locale(), key, arguments);
    }

    /** What was refused and why. */
    public String text(Refusal refusal) {
        return text(refusal.key(), refusal.arguments());
    }

    public String asset(String name) {
        return assets.url(name);
    }

    public boolean may(String permission) {
        return viewer.may(permission);
    }

    public String companyName() {
        return company == null ? "Legame" : company.name();
    }

    /** Whether the page is that of the menu item or below it, and not of another item further below. */
    public boolean at(MenuItem item) {
        return isBelow(item)
                && menu.stream()
                        .filter(this::isBelow)
                        .allMatch(other -> other.path().length() <= item.path().length());
    }

    private boolean isBelow(MenuItem item) {
        boolean below = !item.path().equals("/") && path.startsWith(item.path() + "/");
        return below || path.equals(item.path());
    }

    public List<MenuItem> tabs() {
        return menu.stream().filter(item -> !item.administration()).limit(TABS).toList();
    }

    public boolean hasAdministration() {
        return menu.stream().anyMatch(MenuItem::administration);
    }

    public String money(@Nullable BigDecimal amount) {
        return formats.money(amount);
    }

    /** @param currency ISO 4217 */
    public String money(BigDecimal amount, String currency) {
        return formats.money(amount, Currency.getInstance(currency));
    }

    /** Whether amounts in the currency are shown as they are, being the company's own. */
    public boolean isOwnCurrency(String currency) {
        return formats.currency().getCurrencyCode().equals(currency);
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

    /** Short, for the ticks of a chart: 25K, 1.2M. */
    public String compact(double number) {
        return formats.compact(number);
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

    public String dayOfYear(LocalDate date) {
        return formats.dayOfYear(date);
    }

    public String month(YearMonth month) {
        return formats.month(month);
    }

    public String bytes(long bytes) {
        return formats.bytes(bytes);
    }
}
