package io.legame.insight.web;

import io.legame.insight.CohortPeriod;
import io.legame.platform.Shell;
import java.time.LocalDate;
import java.time.YearMonth;

/** The names of periods, as a person reads them. */
final class PeriodTexts {
    private PeriodTexts() {}

    static String name(Shell shell, CohortPeriod by, int number) {
        LocalDate first = by.firstDay(number);
        return switch (by) {
            case MONTH -> shell.month(YearMonth.from(first));
            case QUARTER -> shell.text("insight.cohorts.quarter", first.getMonthValue() / 3 + 1, year(first));
            case YEAR -> year(first);
        };
    }

    /** Without separators, unlike a number. */
    private static String year(LocalDate day) {
        return Integer.toString(day.getYear());
    }
}
