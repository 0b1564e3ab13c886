package io.legame.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is worth to the company, in its currency and over all time.
 *
 * @param revenue the amounts of purchases less those of returns
 * @param orders purchases above zero: what was given for nothing is none
 * @param returns returns with at least one line
 * @param returned the amount of the returns, not negative
 * @param firstPurchase the day of the first order; null for somebody who never bought
 * @param margin revenue less cost; null unless the cost of every line is known
 * @param years the years from the first with a line to the last, those without one included
 */
public record CustomerValue(
        BigDecimal revenue,
        int orders,
        int returns,
        BigDecimal returned,
        @Nullable LocalDate firstPurchase,
        @Nullable LocalDate lastPurchase,
        @Nullable BigDecimal margin,
        List<Year> years) {

    public record Year(int year, BigDecimal revenue) {}

    /** What was paid for an order on average, before returns; null without orders. */
    public @Nullable BigDecimal averageOrder() {
        return orders == 0 ? null : revenue.add(returned).divide(BigDecimal.valueOf(orders), 4, RoundingMode.HALF_UP);
    }

    /** Margin as a share of revenue; null where that says nothing. */
    public @Nullable Double marginShare() {
        return margin == null || revenue.signum() <= 0
                ? null
                : margin.divide(revenue, 6, RoundingMode.HALF_UP).doubleValue();
    }
}
