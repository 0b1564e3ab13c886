package io.legame.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** The last days of the months that are over on a day. */
public final class MonthEnds {
    private MonthEnds() {}

    /** The day itself where a month ends with it. */
    public static LocalDate last(LocalDate day) {
        return month(day).atEndOfMonth();
    }

    private static YearMonth month(LocalDate day) {
        return YearMonth.from(day.plusDays(1)).minusMonths(1);
    }

    /** So many of them, the oldest first. */
    static List<LocalDate> until(LocalDate day, int months) {
        YearMonth last = month(day);
        return IntStream.range(0, months)
                .mapToObj(each -> last.minusMonths(months - 1L - each).atEndOfMonth())
                .toList();
    }
}
