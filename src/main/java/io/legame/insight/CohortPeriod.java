package io.legame.insight;

import static org.jooq.impl.DSL.inline;

import io.legame.platform.Refusal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The stretches of the calendar that purchases are counted by. They are numbered: one less is the one before. */
public enum CohortPeriod {
    MONTH(12),
    QUARTER(4),
    YEAR(1);

    private final int inAYear;

    CohortPeriod(int inAYear) {
        this.inAYear = inAYear;
    }

    /** As addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CohortPeriod of(String code) {
        return Stream.of(values())
                .filter(period -> period.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("insight.cohorts.error.by", code));
    }

    public int number(LocalDate day) {
        return day.getYear() * inAYear + (day.getMonthValue() - 1) / monthsLong();
    }

    /** The same in the warehouse. */
    Field<Integer> number(Field<LocalDate> day) {
        Field<Integer> year = DSL.extract(day, DatePart.YEAR);
        return switch (this) {
            case MONTH -> within(year, DSL.extract(day, DatePart.MONTH));
            case QUARTER -> within(year, DSL.extract(day, DatePart.QUARTER));
            case YEAR -> year;
        };
    }

    private Field<Integer> within(Field<Integer> year, Field<Integer> part) {
        return year.mul(inline(inAYear)).add(part).sub(inline(1));
    }

    /** As files and programs write it: 2024-05, 2024-Q2, 2024. */
    public String name(int number) {
        int year = Math.floorDiv(number, inAYear);
        int part = Math.floorMod(number, inAYear) + 1;
        return switch (this) {
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, part);
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", year, part);
            case YEAR -> String.format(Locale.ROOT, "%04d", year);
        };
    }

    public LocalDate firstDay(int number) {
        return LocalDate.of(Math.floorDiv(number, inAYear), Math.floorMod(number, inAYear) * monthsLong() + 1, 1);
    }

    public LocalDate lastDay(int number) {
        return firstDay(number + 1).minusDays(1);
    }

    private int monthsLong() {
        return 12 / inAYear;
    }
}
