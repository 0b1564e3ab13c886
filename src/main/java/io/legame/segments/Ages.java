package io.legame.segments;

import static java.math.RoundingMode.CEILING;
import static java.math.RoundingMode.FLOOR;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Field;

/**
 * Ages in full years, asked as ranges of birth dates, which the warehouse can skip rows by. Who was born on 29 February
 * is a year older on 1 March of a common year. Who is not born yet has no age.
 */
final class Ages {
    private static final int OLDEST = 400;

    private Ages() {}

    static org.jooq.Condition sql(Comparison<BigDecimal> age, Field<LocalDate> birth, LocalDate asOf) {
        BigDecimal first = age.first();
        return birth.le(asOf)
                .and(
                        switch (age.operator()) {
                            case AT_LEAST -> atLeast(first, birth, asOf);
                            case LESS_THAN -> birth.gt(latestBirth(first, asOf));
                            case AT_MOST -> atMost(first, birth, asOf);
                            case MORE_THAN -> birth.le(latestBirth(next(first), asOf));
                            case EXACTLY -> atLeast(first, birth, asOf).and(atMost(first, birth, asOf));
                            case BETWEEN -> atLeast(first, birth, asOf).and(atMost(age.lastTold(), birth, asOf));
                        });
    }

    private static org.jooq.Condition atLeast(BigDecimal years, Field<LocalDate> birth, LocalDate asOf) {
        return birth.le(latestBirth(years, asOf));
    }

    private static org.jooq.Condition atMost(BigDecimal years, Field<LocalDate> birth, LocalDate asOf) {
        return birth.gt(latestBirth(next(years), asOf));
    }

    private static BigDecimal next(BigDecimal years) {
        return years.setScale(0, FLOOR).add(BigDecimal.ONE);
    }

    /** Who was born on this day has just become so old. */
    private static LocalDate latestBirth(BigDecimal years, LocalDate asOf) {
        return asOf.minusYears(years.setScale(0, CEILING).intValue());
    }

    static int of(LocalDate birth, LocalDate asOf) {
        return birth.until(asOf).getYears();
    }

    static BigDecimal read(JsonPlace place) {
        return BigDecimal.valueOf(place.integer(0, OLDEST));
    }
}
