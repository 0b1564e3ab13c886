package io.legame.timeline.web;

import io.legame.platform.Refusal;
import io.legame.timeline.Currencies;
import io.legame.timeline.RateChange;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rates as people write or paste them, a line each: currency, day, rate; a rate that is {@code -} is to be removed. */
final class WrittenRates {
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,10})(?:([.,])([0-9]{1,8}))?");
    private static final String REMOVED = "-";

    private WrittenRates() {}

    /** @param language decides whether 1,234 is more than a thousand or little more than one */
    static List<RateChange> read(String text, Locale language) {
        var changes = new ArrayList<RateChange>();
        String[] lines = text.replace("\uFEFF", "").split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            boolean names = i == 0 && line.chars().noneMatch(Character::isDigit);
            if (!line.isEmpty() && !names) {
                changes.add(change(line, i + 1, language));
            }
        }
        return changes;
    }

    private static RateChange change(String line, int number, Locale language) {
        List<String> parts = parts(line);
        RateChange change = parts.size() == 3 ? change(parts.get(0), parts.get(1), parts.get(2), language) : null;
        if (change == null) {
            throw Refusal.of("timeline.rates.error.line", number, line.substring(0, Math.min(80, line.length())));
        }
        return change;
    }

    private static List<String> parts(String line) {
        String separator = line.indexOf(';') >= 0
                ? ";"
                : line.indexOf('\t') >= 0 ? "\t" : line.split(",", -1).length == 3 ? "," : "\\s+";
        return List.of(line.split(separator, -1)).stream()
                .map(part -> part.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    /** Null when something cannot be read. */
    static @Nullable RateChange change(String currency, String day, String rate, Locale language) {
        String code = Currencies.find(currency.strip()).orElse(null);
        LocalDate validFrom = day(day.strip());
        BigDecimal number = number(rate.strip(), language);
        return code == null
                        || validFrom == null
                        || (number == null && !rate.strip().equals(REMOVED))
                ? null
                : new RateChange(code, validFrom, number);
    }

    private static @Nullable LocalDate day(String text) {
        Matcher iso = ISO.matcher(text);
        Matcher european = DAY_FIRST.matcher(text);
        try {
            return iso.matches()
                    ? LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3))
                    : european.matches()
                            ? LocalDate.of(number(european, 3), number(european, 2), number(european, 1))
                            : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static @Nullable BigDecimal number(String text, Locale language) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return null;
        }
        if (number.group(2) == null) {
            return new BigDecimal(number.group(1));
        }
        String usual = language.getLanguage().equals("it") ? "," : ".";
        boolean thousands = !number.group(2).equals(usual)
                && number.group(3).length() == 3
                && !number.group(1).startsWith("0")
                && number.group(1).length() <= 3;
        return thousands ? null : new BigDecimal(number.group(1) + "." + number.group(3));
    }

    /** The changes in a form that is read again as it was meant, whatever the language. */
    static String write(List<RateChange> changes) {
        return changes.stream()
                .map(change -> change.currency() + ";" + change.validFrom() + ";" + written(change.rate()))
                .collect(Collectors.joining("\n"));
    }

    private static String written(@Nullable BigDecimal rate) {
        return rate == null ? REMOVED : rate.setScale(Math.max(4, rate.scale())).toPlainString();
    }
}
