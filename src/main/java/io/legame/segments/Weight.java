package io.legame.segments;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How much a group of customers weighs on a day.
 *
 * @param size how many they are
 * @param incomplete how many more match, but are left out because they lack the unique key
 * @param dismissed how many more match and have the key, but are left out because the company let them go
 * @param customers how many there are in all
 * @param revenue net of returns, of all time up to the day, in the company's currency
 * @param totalRevenue the same of everybody, sales to who is not known included
 */
public record Weight(
        long size, long incomplete, long dismissed, long customers, BigDecimal revenue, BigDecimal totalRevenue) {
    /** Between 0 and 1. */
    public double share() {
        return customers == 0 ? 0 : (double) size / customers;
    }

    /** Usually between 0 and 1; a group that returned more than it bought weighs less than nothing. */
    public double revenueShare() {
        return totalRevenue.signum() == 0
                ? 0
                : revenue.divide(totalRevenue, MathContext.DECIMAL64).doubleValue();
    }

    /** Null for an empty group. */
    public @Nullable BigDecimal average() {
        return size == 0 ? null : revenue.divide(BigDecimal.valueOf(size), 4, HALF_UP);
    }
}
