package io.legame.intake;

import io.legame.intake.NumberFormats.NumberFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What the cells of a sheet say, as a person would have typed it. */
final class SheetValues {
    /** What a spreadsheet keeps of a number, and shows of it. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int LONGEST_NUMBER = 60;
    /** The last day of the year 9999. */
    private static final double LAST_DAY = 2_958_466;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final SharedStrings strings;
    private final NumberFormats formats;
    private final boolean since1904;
    private final char decimalSign;

    SheetValues(SharedStrings strings, NumberFormats formats, boolean since1904, char decimalSign) {
        this.strings = strings;
        this.formats = formats;
        this.since1904 = since1904;
        this.decimalSign = decimalSign;
    }

    @Nullable
    String shared(String number) {
        try {
            return strings.get(Integer.parseInt(number.strip()));
        } catch (NumberFormatException e) {
            throw new FileFault("intake.fault.workbook");
        }
    }

    /** As written where it is none. */
    String number(String written, int style) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return text;
        }
        NumberFormat format = formats.of(style);
        try {
            return switch (format.kind()) {
                case DATE, TIME -> moment(text, format);
                case CODE -> code(plain(text), format.digits());
                case NUMBER -> shown(plain(text).replace('.', decimalSign), format.currency());
            };
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** {@code 0.10000000000000001} is the 0.1 that somebody typed; a long whole number stays as it is. */
    private static String plain(String text) {
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text;
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER) {
            return text;
        }
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static String shown(String number, @Nullable String currency) {
        return currency == null ? number : currency + " " + number;
    }

    private static String code(String number, int digits) {
        boolean whole = number.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole && number.length() < digits ? "0".repeat(digits - number.length()) + number : number;
    }

    /** Days since the end of 1899, in which 1900 is taken for a leap year, or since the beginning of 1904. */
    private String moment(String text, NumberFormat format) {
        double serial = Double.parseDouble(text);
        if (!(serial >= 0 && serial < LAST_DAY)) {
            return text;
        }
        long seconds = Math.round(serial * 86_400);
        LocalTime time = LocalTime.ofSecondOfDay(seconds % 86_400);
        long days = seconds / 86_400;
        if (format.kind() == NumberFormats.Kind.TIME || (days == 0 && !since1904)) {
            return days == 0
                    ? TIME.format(time)
                    : days * 24 + time.getHour() + TIME.format(time).substring(2);
        }
        LocalDate first = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        LocalDateTime moment = first.plusDays(days).atTime(time);
        return time.equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : MOMENT.format(moment);
    }

    /** A date written as such (ISO 8601), which only strict workbooks have. */
    static String isoDate(String text) {
        String bare =
                text.strip().replaceFirst("Z$", "").replaceFirst("\\.\\d+$", "").replace('T', ' ');
        return bare.endsWith(" 00:00:00") ? bare.substring(0, bare.length() - 9) : bare;
    }

    /** Characters that XML has none for are written {@code _x000D_}. */
    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            int code = at + 7 <= text.length() && text.charAt(at + 6) == '_' ? hexadecimal(text, at + 2) : -1;
            if (code >= 0) {
                plain.append(text, from, at).append((char) code);
                from = at + 7;
            }
            at = text.indexOf("_x", code >= 0 ? from : at + 2);
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static int hexadecimal(String text, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
