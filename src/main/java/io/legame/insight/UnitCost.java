package io.legame.insight;

import io.legame.platform.Refusal;
import io.legame.timeline.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction costs the company, from a day on until the next cost of the same kind and channel.
 *
 * @param kind of the interactions, such as {@code call}, or {@code purchase} for what each order costs to deliver
 * @param channel only on this one, then it goes before the cost for all; null for all
 * @param amount in the company's currency, not negative; null for none of its own: a channel costs what all do
 */
public record UnitCost(
        String kind,
        @Nullable String channel,
        LocalDate validFrom,
        @Nullable BigDecimal amount) {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    private static final int MOST_LETTERS = 100;

    /**
     * A cost as somebody proposes it.
     *
     * @throws Refusal when it is negative or beyond belief, and when there is no such channel
     */
    public static UnitCost proposed(String kind, @Nullable String channel, @Nullable BigDecimal amount) {
        if (kind.isBlank() || kind.length() > MOST_LETTERS || kind.indexOf(0) >= 0) {
            throw Refusal.of("insight.costs.error.kind", kind.strip());
        }
        if (channel != null
                && Arrays.stream(Channel.values())
                        .noneMatch(known -> known.code().equals(channel))) {
            throw Refusal.of("insight.costs.error.channel", channel);
        }
        if (amount != null && amount.signum() < 0) {
            throw Refusal.of("insight.costs.error.negative");
        }
        if (amount != null && amount.compareTo(MOST) > 0) {
            throw Refusal.of("insight.costs.error.tooLarge", MOST);
        }
        if (amount != null && amount.stripTrailingZeros().scale() > 4) {
            throw Refusal.of("insight.costs.error.decimals");
        }
        return new UnitCost(kind, channel, Basis.BEGINNING, amount);
    }

    boolean isOfSame(UnitCost other) {
        return kind.equals(other.kind) && java.util.Objects.equals(channel, other.channel);
    }
}
