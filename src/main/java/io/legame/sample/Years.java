package io.legame.sample;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The two years that the shop tells of. */
final class Years {
    private static final int COUNT = 2;

    private final LocalDate first;
    private final LocalDate until;
    private final long days;
    private final ZoneId zone;
    private final Map<LocalDate, Season> seasons = new HashMap<>();

    /**
     * @param until the first day after them: the day on which the shop was made, of which nothing is told yet
     * @param zone in which the days begin and end
     */
    Years(LocalDate until, ZoneId zone) {
        this.first = until.minusYears(COUNT);
        this.until = until;
        this.days = until.toEpochDay() - first.toEpochDay();
        this.zone = zone;
    }

    LocalDate first() {
        return first;
    }

    LocalDate until() {
        return until;
    }

    ZoneId zone() {
        return zone;
    }

    boolean contain(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(until);
    }

    /** How far the day is, from 0 to 1. */
    double progress(LocalDate day) {
        return (double) (day.toEpochDay() - first.toEpochDay()) / days;
    }

    /** The day at that share of the years. */
    LocalDate at(double progress) {
        return first.plusDays((long) (progress * days));
    }

    Season season(LocalDate day) {
        return seasons.computeIfAbsent(day, Season::new);
    }
}
