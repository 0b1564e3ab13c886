package io.legame.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one customer among all, as it was computed last. Amounts are in the company's currency; those of the
 * window are of the months before {@code asOf} that the rules of tiers look at.
 *
 * @param orders purchases above zero
 * @param bought the amounts of purchases, before returns
 * @param returned what was given back, not negative
 * @param margin revenue less cost; null unless the cost of every line is known
 * @param daysBetween on average, between one day of purchase and the next; null before the second one
 * @param engagedDays days of the last ninety with a purchase, a response or a ticket
 * @param loyalty between 0 and 100; null for whoever never bought
 * @param tier null for none
 * @param months the tier at the end of each month, the oldest first
 */
public record CustomerStanding(
        LocalDate asOf,
        LocalDate knownSince,
        @Nullable LocalDate firstPurchase,
        @Nullable LocalDate lastPurchase,
        int orders,
        BigDecimal bought,
        int returns,
        BigDecimal returned,
        BigDecimal revenue,
        BigDecimal discount,
        @Nullable BigDecimal margin,
        Main channel,
        Main category,
        @Nullable Double daysBetween,
        @Nullable Double daysBetweenDeviation,
        Window window,
        @Nullable LocalDate lastContact,
        @Nullable LocalDate lastResponse,
        int engagedDays,
        Scores rfm,
        @Nullable Integer loyalty,
        @Nullable Tier tier,
        TierReason reason,
        List<Month> months,
        @Nullable Stage stage,
        @Nullable LocalDate stageSince) {

    /** Where most of what was bought belongs, and its share; both null without any. */
    public record Main(@Nullable String name, @Nullable Double share) {}

    /**
     * @param revenueBefore of the window before this one
     * @param uncosted revenue whose cost is not known, not in the margin
     */
    public record Window(
            int months,
            int orders,
            BigDecimal revenue,
            BigDecimal revenueBefore,
            BigDecimal margin,
            BigDecimal uncosted,
            BigDecimal costToServe,
            BigDecimal profit,
            int contacts,
            int responses,
            int tickets) {
        /** By how much revenue grew from the window before, as a share; null where there is nothing to compare with. */
        public @Nullable Double trend() {
            return revenueBefore.signum() <= 0
                    ? null
                    : revenue.subtract(revenueBefore).doubleValue() / revenueBefore.doubleValue();
        }
    }

    /** Values and scores of recency, frequency and monetary value; all null without an order that counts. */
    public record Scores(
            @Nullable Integer recency,
            @Nullable Integer frequency,
            @Nullable BigDecimal monetary,
            @Nullable Integer recencyScore,
            @Nullable Integer frequencyScore,
            @Nullable Integer monetaryScore) {
        public @Nullable RfmGroup group() {
            return recencyScore == null || frequencyScore == null ? null : RfmGroup.of(recencyScore, frequencyScore);
        }
    }

    /** @param tier null for none */
    public record Month(LocalDate month, @Nullable Tier tier) {}

    /** What was paid for an order on average, before returns; null without orders. */
    public @Nullable BigDecimal averageOrder() {
        return orders == 0 ? null : bought.divide(BigDecimal.valueOf(orders), 4, RoundingMode.HALF_UP);
    }

    /** Margin as a share of revenue; null where that says nothing. */
    public @Nullable Double marginShare() {
        return margin == null || revenue.signum() <= 0
                ? null
                : margin.divide(revenue, 6, RoundingMode.HALF_UP).doubleValue();
    }
}
