package io.legame.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Money, numbers and dates as the viewer writes them, in the company's currency and time zone. */
public record Formats(Locale locale, Currency currency, ZoneId timeZone) {
    private static final String NOTHING = "–";

    /** The region decides separators and the date's order: English is written as in Britain, Italian as in Italy. */
    static Locale region(Locale language) {
        return language.getLanguage().equals("it") ? Locale.ITALY : Locale.UK;
    }

    private Locale region() {
        return region(locale);
    }

    public String money(@Nullable BigDecimal amount) {
        return amount == null ? NOTHING : money(amount, currency);
    }

    /** With all its decimals, and at least those of the currency: for a limit, which is meant exactly. */
    public String exactMoney(BigDecimal amount) {
        int digits = Math.max(0, amount.stripTrailingZeros().scale());
        return currencyFormat(currency, Math.max(digits, currency.getDefaultFractionDigits()))
                .format(amount);
    }

    /** An amount in a currency of its own. */
    public String money(BigDecimal amount, Currency of) {
        return currencyFormat(of, of.getDefaultFractionDigits()).format(amount);
    }

    /** Without cents, for headlines. */
    public String wholeMoney(@Nullable BigDecimal amount) {
        return amount == null ? NOTHING : currencyFormat(currency, 0).format(amount);
    }

    private NumberFormat currencyFormat(Currency of, int fractionDigits) {
        var format = NumberFormat.getCurrencyInstance(region());
        format.setCurrency(of);
        format.setMinimumFractionDigits(fractionDigits);
        format.setMaximumFractionDigits(fractionDigits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(region()).format(number);
    }

    public String decimal(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(region());
        format.setMaximumFractionDigits(4);
        return format.format(number);
    }

    /** With all its decimals and without groups, as it is written into a field again: for rates. */
    public String exact(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(region());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** Short, for the ticks of a chart: 25K, 1.2M. */
    public String compact(double number) {
        var format = NumberFormat.getCompactNumberInstance(region(), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    public String percent(double share) {
        var format = NumberFormat.getPercentInstance(region());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? NOTHING : date(date, locale);
    }

    static String date(LocalDate date, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(region(language))
                .format(date);
    }

    public String date(@Nullable Instant instant) {
        return instant == null ? NOTHING : date(instant.atZone(timeZone).toLocalDate());
    }

    public String dateTime(@Nullable Instant instant) {
        return instant == null
                ? NOTHING
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(region())
                        .format(instant.atZone(timeZone));
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(region())
                .format(instant.atZone(timeZone));
    }

    /** Whether the moment is a day's first: what is known by its day only is kept so. */
    public boolean isMidnight(Instant instant) {
        return instant.atZone(timeZone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** Without its year: "29 Jan". */
    public String dayOfYear(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(region()).format(date);
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL yyyy", region()).format(month);
    }

    public String bytes(long bytes) {
        if (bytes < 1024) {
            return number(bytes) + " B";
        }
        String[] units = {"KB", "MB", "GB", "TB"};
        double size = bytes;
        int unit = -1;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        var format = NumberFormat.getNumberInstance(region());
        format.setMaximumFractionDigits(1);
        return format.format(size) + " " + units[unit];
    }
}
