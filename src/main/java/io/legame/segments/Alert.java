package io.legame.segments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Somebody wants to be told when a segment grows or shrinks by so much.
 *
 * @param amount at least 1
 * @param baseline the size that it is compared with: when this was set, or when it was last told
 */
public record Alert(long id, SegmentId segment, Direction direction, int amount, Unit unit, long baseline) {
    public static final int MOST = 1_000_000;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Which way. */
    public enum Direction {
        GROWS,
        SHRINKS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the amount is of. */
    public enum Unit {
        PERCENT,
        CUSTOMERS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is to be told of a segment of this size. */
    boolean isDue(long size) {
        long step = unit == Unit.CUSTOMERS
                ? amount
                : Math.max(
                        1,
                        BigDecimal.valueOf(baseline)
                                .multiply(BigDecimal.valueOf(amount))
                                .divide(ALL, 0, RoundingMode.CEILING)
                                .longValue());
        return direction == Direction.GROWS ? size >= baseline + step : size <= baseline - step;
    }
}
