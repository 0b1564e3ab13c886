package io.legame.insight.web;

import io.legame.insight.Tier;
import io.legame.platform.Shell;
import org.jspecify.annotations.Nullable;

/** How tiers are called. */
public final class TierText {
    private TierText() {}

    public static String name(Shell shell, @Nullable Tier tier) {
        return shell.text("insight.tier." + (tier == null ? "none" : tier.code()));
    }

    /** Such as +12 or −3; empty where nothing changed. */
    public static String change(Shell shell, long change) {
        return change == 0 ? "" : (change > 0 ? "+" : "−") + shell.number(Math.abs(change));
    }

    /** The list of those in a tier today. */
    public static String list(@Nullable Tier tier) {
        return Lists.address(Lists.tier(tier));
    }

    public static String share(Shell shell, long some, long all) {
        return shell.percent(all == 0 ? 0 : (double) some / all);
    }
}
