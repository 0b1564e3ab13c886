package io.legame.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as people and systems write them: {@code 2019-06-30}, {@code 30/6/2019}, {@code 6/30/19 5:04 PM},
 * {@code 30 giu 2019}, {@code 20190630}, with or without a time and an offset.
 *
 * @param zone of times that do not say theirs
 * @param thisYear a year of two digits is the latest one that is not after it
 */
record Dates(DateOrder order, ZoneId zone, int thisYear) {
    private static final int EARLIEST = 1850;
    private static final int LATEST = 2199;
    private static final String[] MONTHS = {
        "jan gen", "feb", "mar", "apr", "may mag", "jun giu", "jul lug", "aug ago", "sep set", "oct ott", "nov",
        "dec dic"
    };

    /** The day; null when the text is not a date or there is no such day. */
    @Nullable
    LocalDate date(String text) {
        try {
            return new Cursor(text).date();
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** The moment, the beginning of the day when there is no time; null when the text is neither. */
    @Nullable
    Instant moment(String text) {
        try {
            var cursor = new Cursor(text);
            LocalDate date = cursor.date();
            return date == null ? null : cursor.moment(date);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /**
     * What a date in numbers says about the order of day and month.
     *
     * @return the order when one of its first two numbers is above twelve, else null
     */
    static @Nullable DateOrder evidence(String text) {
        int first = number(text, 0);
        int at = first < 0 ? -1 : separator(text);
        int second = at < 0 ? -1 : number(text, at + 1);
        if (second < 0 || at > 2 || first > 31 || second > 31) {
            return null;
        }
        if (first > 12) {
            return second > 12 ? null : DateOrder.DAY_FIRST;
        }
        return second > 12 ? DateOrder.MONTH_FIRST : null;
    }

    private static int number(String text, int from) {
        int value = -1;
        for (int i = from; i < text.length() && i < from + 3; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                break;
            }
            value = Math.max(value, 0) * 10 + (c - '0');
        }
        return value;
    }

    private static int separator(String text) {
        for (int i = 1; i < text.length() && i < 4; i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '-' || c == '.') {
                return i;
            }
        }
        return -1;
    }

    private final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        @Nullable
        LocalDate date() {
            int start = at;
            int first = part();
            int length = at - start;
            if (length == 8 && first > 0) {
                return day(first / 10000, first / 100 % 100, first % 100);
            }
            boolean monthFirst = isName(start);
            if (first < 0 || !skipSeparator()) {
                return null;
            }
            start = at;
            int second = part();
            boolean monthSecond = isName(start);
            if (second < 0 || !skipSeparator()) {
                return null;
            }
            start = at;
            int third = part();
            int thirdLength = at - start;
            if (third < 0 || isName(start)) {
                return null;
            }
            if (length == 4 && !monthFirst) {
                return day(first, second, third);
            }
            if (thirdLength != 4 && thirdLength != 2) {
                return null;
            }
            int year = thirdLength == 4 ? third : century(third);
            if (monthFirst || (!monthSecond && order == DateOrder.MONTH_FIRST)) {
                return day(year, first, second);
            }
            return day(year, second, first);
        }

        private @Nullable LocalDate day(int year, int month, int day) {
            return year < EARLIEST || year > LATEST ? null : LocalDate.of(year, month, day);
        }

        private int century(int year) {
            int inThisCentury = thisYear - thisYear % 100 + year;
            return inThisCentury > thisYear ? inThisCentury - 100 : inThisCentury;
        }

        private boolean isName(int start) {
            return start < text.length() && Character.isLetter(text.charAt(start));
        }

        /** A number or the number of a month's name; -1 for neither. */
        private int part() {
            if (isName(at)) {
                return month();
            }
            int value = -1;
            while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0 && value < 100_000_000) {
                value = Math.max(value, 0) * 10 + Character.digit(text.charAt(at), 10);
                at++;
            }
            return value;
        }

        private int month() {
            int start = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            if (at - start < 3) {
                return -1;
            }
            String name = text.substring(start, start + 3).toLowerCase(Locale.ROOT);
            for (int month = 0; month < MONTHS.length; month++) {
                if (MONTHS[month].contains(name)) {
                    return month + 1;
                }
            }
            return -1;
        }

        private boolean skipSeparator() {
            int start = at;
            while (at < text.length() && at < start + 2 && "/-. ,".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at > start;
        }

        private @Nullable Instant moment(LocalDate date) {
            skipBlanks();
            if (at == text.length()) {
                return date.atStartOfDay(zone).toInstant();
            }
            if (text.charAt(at) == 'T') {
                at++;
            }
            LocalTime time = time();
            if (time == null) {
                return null;
            }
            LocalDateTime local = date.atTime(time);
            skipBlanks();
            if (at == text.length()) {
                return local.atZone(zone).toInstant();
            }
            return local.toInstant(ZoneOffset.of(text.substring(at)));
        }

        private @Nullable LocalTime time() {
            int hour = part();
            if (hour < 0 || !skip(':')) {
                return null;
            }
            int minute = part();
            int second = skip(':') ? part() : 0;
            if (minute < 0 || second < 0) {
                return null;
            }
            if (skip('.') || skip(',')) {
                part();
            }
            skipBlanks();
            return LocalTime.of(halfDay(hour), minute, second);
        }

        /** The hour of the day, where the clock has twelve hours and says AM or PM. */
        private int halfDay(int hour) {
            if (at + 1 >= text.length() || Character.toUpperCase(text.charAt(at + 1)) != 'M') {
                return hour;
            }
            boolean afternoon = Character.toUpperCase(text.charAt(at)) == 'P';
            at += 2;
            return hour % 12 + (afternoon ? 12 : 0);
        }

        private boolean skip(char expected) {
            if (at < text.length() && text.charAt(at) == expected) {
                at++;
                return true;
            }
            return false;
        }

        private void skipBlanks() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',')) {
                at++;
            }
        }
    }
}
