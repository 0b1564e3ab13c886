package io.legame.insight.web;

import io.legame.insight.Closings;
import io.legame.insight.Tier;
import io.legame.insight.Tiers;
import io.legame.platform.Shell;
import io.legame.platform.StackedBars;
import io.legame.platform.View;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param overview null while nothing was computed */
public record TiersPage(
        Tiers.@Nullable Overview overview,
        List<Tiers.Month> months,
        MigrationPart migration,
        List<Closings.Closing> closings,
        long falls)
        implements View {
    /** The least valuable at the bottom, as a building stands. */
    public StackedBars chart(Shell shell) {
        List<Tier> upwards = Arrays.asList(Tier.values()).reversed();
        return new StackedBars(
                shell.text("insight.tiers.byMonth"),
                upwards.stream()
                        .map(tier -> new StackedBars.Part(TierText.name(shell, tier), "tier-" + tier.code()))
                        .toList(),
                months.stream()
                        .map(month -> new StackedBars.Bar(
                                shell.month(YearMonth.from(month.month())),
                                upwards.stream()
                                        .map(tier -> (long) month.of(tier))
                                        .toList()))
                        .toList());
    }

    /** How many are known today to have been in the tier at the end of the month; null when it is too long ago. */
    public @Nullable Integer known(Closings.Closing closing, Tier tier) {
        return months.stream()
                .filter(month -> month.month().equals(closing.month()))
                .map(month -> month.of(tier))
                .findFirst()
                .orElse(null);
    }

    /** The share of the window's revenue whose cost is not known, where that matters; null elsewhere. */
    public @Nullable Double uncosted() {
        if (overview == null
                || overview.revenue().signum() <= 0
                || overview.uncosted().signum() <= 0) {
            return null;
        }
        return Math.min(
                1, overview.uncosted().doubleValue() / overview.revenue().doubleValue());
    }
}
