package io.legame.segments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as the language writes them, with the month's whole name, and as JSON does: read as JSON writes them. */
final class Days {
    private static final Pattern SPOKEN = Pattern.compile("(\\d{1,2}) (\\p{L}+)\\.? (\\d{4})(?!\\d)");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)(?!\\d)");

    private Days() {}

    static Piece<Object> of(Words words) {
        Map<String, Integer> months = months(words);
        return (hearing, place) -> {
            Matcher spoken = Numbers.found(hearing, place, SPOKEN);
            if (spoken != null) {
                Integer month = months.get(spoken.group(2).toLowerCase(Locale.ROOT));
                return heard(spoken.end(), month == null ? null : day(spoken.group(3), month, spoken.group(1)), words);
            }
            Matcher written = Numbers.found(hearing, place, WRITTEN);
            return written == null
                    ? List.of()
                    : heard(
                            written.end(),
                            day(written.group(1), Integer.parseInt(written.group(2)), written.group(3)),
                            words);
        };
    }

    private static List<Heard<Object>> heard(int end, @Nullable LocalDate day, Words words) {
        return day == null ? List.of() : List.of(Heard.of(end, day.toString(), words.date(day)));
    }

    private static @Nullable LocalDate day(String year, int month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, Integer> months(Words words) {
        var months = new HashMap<String, Integer>();
        for (Month month : Month.values()) {
            String[] told = words.date(LocalDate.of(2020, month, 1)).split(" ", -1);
            months.put(told[1].toLowerCase(Locale.ROOT), month.getValue());
            months.put(month.getDisplayName(TextStyle.FULL, words.locale()).toLowerCase(Locale.ROOT), month.getValue());
        }
        return months;
    }
}
