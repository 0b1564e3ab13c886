package io.legame.notebook;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a task comes again. */
public enum Repeat {
    DAILY {
        @Override
        LocalDate plus(LocalDate day, int times) {
            return day.plusDays(times);
        }
    },
    WEEKLY {
        @Override
        LocalDate plus(LocalDate day, int times) {
            return day.plusWeeks(times);
        }
    },
    MONTHLY {
        @Override
        LocalDate plus(LocalDate day, int times) {
            return day.plusMonths(times);
        }
    },
    YEARLY {
        @Override
        LocalDate plus(LocalDate day, int times) {
            return day.plusYears(times);
        }
    };

    abstract LocalDate plus(LocalDate day, int times);

    /**
     * The first repetition that comes after a day.
     *
     * @param first the day from which they are counted: of the 31st the one of February is the 28th, that of March the 31st
     */
    LocalDate after(LocalDate first, LocalDate day) {
        int times = 1;
        while (!plus(first, times).isAfter(day)) {
            times++;
        }
        return plus(first, times);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Repeat> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
