package io.legame.insight;

import io.legame.platform.Refusal;
import java.math.BigDecimal;

/**
 * How profit and loyalty make a {@link Tier}. Profit is the margin less the cost to serve, over the window. Who made us
 * lose money, or only costs, is piombo; the others are ranked by their profit.
 *
 * @param months the window: so many months up to the day
 * @param assumedMargin of each amount whose cost is not known, as a share between 0 and 1
 * @param highFrom the profit is high from the customer on who brings more than this percentage of those with a profit
 * @param goodFrom the profit is good likewise
 * @param loyalFrom a customer is loyal from this loyalty on, of 100
 * @param recencyWeight how much it counts that the last purchase is not long ago: full today, nothing when lost
 * @param frequencyWeight how much the purchases in the window count: full from {@code frequentOrders} on
 * @param tenureWeight how much it counts since when they buy: full from {@code tenureDays} on
 * @param regularityWeight how much it counts that they buy at equal distances: full when all are the same, nothing when
 *     these vary as much as they last, or there are not two yet
 * @param courtshipDays so long a customer who never bought may cost something without being piombo
 */
public record TierRules(
        int months,
        BigDecimal assumedMargin,
        int highFrom,
        int goodFrom,
        int loyalFrom,
        int recencyWeight,
        int frequencyWeight,
        int tenureWeight,
        int regularityWeight,
        int frequentOrders,
        int tenureDays,
        int courtshipDays,
        Tier highLoyal,
        Tier high,
        Tier goodLoyal,
        Tier good,
        Tier littleLoyal,
        Tier little)
        implements Rules {
    public static final TierRules DEFAULT = new TierRules(
            12,
            BigDecimal.ONE,
            80,
            50,
            50,
            1,
            1,
            1,
            1,
            6,
            730,
            365,
            Tier.PLATINUM,
            Tier.GOLD,
            Tier.GOLD,
            Tier.GOLD,
            Tier.IRON,
            Tier.IRON);

    public TierRules {
        Rules.within("months", months, 1, 60);
        if (assumedMargin.signum() < 0 || assumedMargin.compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.of("insight.rules.error.assumedMargin");
        }
        Rules.within("percentile", highFrom, 1, 99);
        Rules.within("percentile", goodFrom, 1, 99);
        if (goodFrom >= highFrom) {
            throw Refusal.of("insight.rules.error.bandsInOrder");
        }
        Rules.within("loyalFrom", loyalFrom, 1, 100);
        for (int weight : new int[] {recencyWeight, frequencyWeight, tenureWeight, regularityWeight}) {
            Rules.within("weight", weight, 0, 100);
        }
        if (recencyWeight + frequencyWeight + tenureWeight + regularityWeight == 0) {
            throw Refusal.of("insight.rules.error.noWeight");
        }
        Rules.within("frequentOrders", frequentOrders, 1, 1_000);
        Rules.within("tenureDays", tenureDays, 1, 36_500);
        Rules.within("courtshipDays", courtshipDays, 0, 36_500);
    }

    int weights() {
        return recencyWeight + frequencyWeight + tenureWeight + regularityWeight;
    }
}
