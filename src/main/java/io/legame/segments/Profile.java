package io.legame.segments;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customers of a group are like on a day, and what they bought up to it, beside all customers. */
public record Profile(LocalDate asOf, List<Mix> mixes) {
    public Mix mix(Trait trait) {
        return mixes.stream().filter(mix -> mix.trait() == trait).findFirst().orElseThrow();
    }

    public long size() {
        return mix(Trait.TIER).group().longValueExact();
    }

    public long customers() {
        return mix(Trait.TIER).all().longValueExact();
    }

    /** What each of them bought, net of returns; null for an empty group. */
    public @Nullable BigDecimal average() {
        return average(mix(Trait.CHANNEL).group(), size());
    }

    public @Nullable BigDecimal averageOfAll() {
        return average(mix(Trait.CHANNEL).all(), customers());
    }

    private static @Nullable BigDecimal average(BigDecimal sum, long number) {
        return number == 0 ? null : sum.divide(BigDecimal.valueOf(number), 4, HALF_UP);
    }
}
