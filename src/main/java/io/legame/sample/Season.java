package io.legame.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** What the calendar does to a shop on a day: crowds, closed doors, sales. */
final class Season {
    private static final double[] MONTHS = {1.15, 0.72, 0.85, 0.95, 0.95, 0.95, 1.15, 0.5, 0.95, 1.05, 1.0, 1.85};
    private static final double[] SHOP_WEEK = {0.55, 0.75, 0.85, 0.9, 1.1, 1.95, 0.9};
    private static final double[] ONLINE_WEEK = {1.15, 1.0, 0.95, 0.95, 0.85, 0.8, 1.3};

    private final LocalDate day;
    private final double shops;
    private final double online;

    Season(LocalDate day) {
        this.day = day;
        this.shops = closed() ? 0 : month() * week(SHOP_WEEK) * rush(1);
        // people who are at the sea still look at their phones
        double phones = day.getMonth() == Month.AUGUST ? 1.35 : 1;
        this.online = month() * phones * week(ONLINE_WEEK) * rush(1.5);
    }

    /** How busy the shops are, 1 on an average day, 0 when they are closed. */
    double shops() {
        return shops;
    }

    double online() {
        return online;
    }

    private double month() {
        double busy = MONTHS[day.getMonthValue() - 1];
        boolean afterChristmas = day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 24;
        boolean beforeTheSales = day.getMonth() == Month.JANUARY && day.getDayOfMonth() < 5;
        return afterChristmas || beforeTheSales ? 0.6 : busy;
    }

    private double week(double[] factors) {
        return factors[day.getDayOfWeek().getValue() - 1];
    }

    private double rush(double online) {
        if (blackFriday()) {
            return 1 + 1.6 * online;
        }
        int salesFor = Math.max(daysOfWinterSales(), daysOfSummerSales());
        return salesFor >= 0 && salesFor < 4 ? 1.7 : 1;
    }

    private boolean closed() {
        MonthDay date = MonthDay.from(day);
        return date.equals(MonthDay.of(12, 25))
                || date.equals(MonthDay.of(12, 26))
                || date.equals(MonthDay.of(1, 1))
                || date.equals(MonthDay.of(5, 1))
                || date.equals(MonthDay.of(8, 15))
                || day.equals(easter(day.getYear()))
                || day.equals(easter(day.getYear()).plusDays(1));
    }

    /** By the algorithm of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    /** The Friday after the fourth Thursday of November, and the three days after it. */
    boolean blackFriday() {
        LocalDate friday = LocalDate.of(day.getYear(), 11, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                .plusDays(1);
        return !day.isBefore(friday) && day.isBefore(friday.plusDays(4));
    }

    private int daysOfWinterSales() {
        return since(LocalDate.of(day.getYear(), 1, 5));
    }

    private int daysOfSummerSales() {
        return since(LocalDate.of(day.getYear(), 7, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.SATURDAY)));
    }

    private int since(LocalDate begin) {
        long days = begin.until(day, java.time.temporal.ChronoUnit.DAYS);
        return days >= 0 && days < 45 ? (int) days : -1;
    }

    boolean christmas() {
        MonthDay date = MonthDay.from(day);
        return date.isAfter(MonthDay.of(11, 14)) && date.isBefore(MonthDay.of(12, 25));
    }

    /** Which seasons' models lie on the shelves, besides those of all the year. */
    String shelf() {
        int date = day.getMonthValue() * 100 + day.getDayOfMonth();
        boolean winter = date >= 825 || date < 220;
        return christmas() ? "ai na" : winter ? "ai" : "pe";
    }

    /** Off the price of a model today, per hundred. */
    int discount(Model model, boolean online) {
        if (blackFriday()) {
            return online ? 25 : 20;
        }
        int days = Math.max(daysOfWinterSales(), daysOfSummerSales());
        if (days < 0 || !model.seasonal()) {
            return 0;
        }
        return days < 10 ? 20 : days < 25 ? 30 : 50;
    }
}
