package io.legame.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** At what time of the day things happen. */
final class Hours {
    private static final int MINUTE = 60;

    private Hours() {}

    /** The shops are open from 10 to 19:30; people come before lunch and after work. */
    static LocalDateTime shop(LocalDate day, Draw draw) {
        double peak = draw.chance(0.4) ? 11.6 : 17.4;
        return at(day, Math.clamp(peak + 1.3 * draw.gaussian(), 10.05, 19.4), draw);
    }

    /** On-line some order in the lunch break, most in the evening. */
    static LocalDateTime online(LocalDate day, Draw draw) {
        double peak = draw.chance(0.3) ? 13.3 : 21.1;
        return at(day, Math.clamp(peak + 1.4 * draw.gaussian(), 7.0, 23.8), draw);
    }

    static LocalDateTime office(LocalDate day, Draw draw) {
        return at(day, 9.1 + 8.6 * draw.share(), draw);
    }

    /** What programs send goes out all at once, and takes a few minutes. */
    static LocalDateTime sent(LocalDate day, int hour, Draw draw) {
        return day.atTime(hour, 0).plusSeconds(draw.below(20 * MINUTE));
    }

    private static LocalDateTime at(LocalDate day, double hour, Draw draw) {
        return day.atTime(LocalTime.ofSecondOfDay(Math.round(hour * MINUTE) * MINUTE + draw.below(MINUTE)));
    }
}
