package io.legame.insight;

import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.util.List;

/**
 * How recency, frequency and monetary value are scored from 1 to 5. A list of four bounds, each higher than the one
 * before, or an empty one for quintiles: as many customers in each score as equal values allow.
 *
 * @param months only what was bought in so many months up to the day; 0 for all
 * @param recency days since the last purchase: up to the first bound is a 5, more than the last one a 1
 * @param frequency orders: less than the first bound is a 1, from the last one on a 5
 * @param monetary what was bought for, likewise
 */
public record RfmRules(int months, List<BigDecimal> recency, List<BigDecimal> frequency, List<BigDecimal> monetary)
        implements Rules {
    public static final RfmRules DEFAULT = new RfmRules(0, List.of(), List.of(), List.of());

    public RfmRules {
        Rules.within("rfmMonths", months, 0, 120);
        recency = checked(recency);
        frequency = checked(frequency);
        monetary = checked(monetary);
    }

    private static List<BigDecimal> checked(List<BigDecimal> bounds) {
        boolean rising = true;
        for (int i = 1; i < bounds.size(); i++) {
            rising &= bounds.get(i).compareTo(bounds.get(i - 1)) > 0;
        }
        boolean wrong =
                !bounds.isEmpty() && (bounds.size() != 4 || bounds.getFirst().signum() < 0);
        if (!rising || wrong) {
            throw Refusal.of("insight.rules.error.bounds");
        }
        return List.copyOf(bounds);
    }
}
