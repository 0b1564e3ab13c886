package io.legame.segments;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much a group of customers weighs on a day.
 *
 * @param size how many they are
 * @param incomplete how many more match, but are left out because they lack the unique key
 * @param dismissed how many more match and have the key, but are left out because the company let them go
 * @param customers how many there are in all
 * @param worth what they brought, of all time up to the day
 * @param total the same of everybody, sales to who is not known included
 */
public record Weight(long size, long incomplete, long dismissed, long customers, Worth worth, Worth total) {
    public BigDecimal revenue() {
        return worth.revenue();
    }

    public BigDecimal totalRevenue() {
        return total.revenue();
    }

    /** See {@link Worth#margin}. */
    public @Nullable BigDecimal margin() {
        return worth.margin();
    }

    /** Between 0 and 1. */
    public double share() {
        return customers == 0 ? 0 : (double) size / customers;
    }

    /** See {@link Worth#revenueShareOf}. */
    public double revenueShare() {
        return worth.revenueShareOf(total);
    }

    /** See {@link Worth#marginShareOf}. */
    public @Nullable Double marginShare() {
        return worth.marginShareOf(total);
    }

    /** Null for an empty group. */
    public @Nullable BigDecimal average() {
        return size == 0 ? null : revenue().divide(BigDecimal.valueOf(size), 4, HALF_UP);
    }
}
