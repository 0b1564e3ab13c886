package io.legame.insight.web;

import io.legame.insight.CustomerStanding;
import io.legame.insight.Tier;
import io.legame.insight.TierReason;
import io.legame.platform.Formats;
import io.legame.platform.Shell;
import io.legame.platform.Texts;
import org.jspecify.annotations.Nullable;

/** One sentence that says why a customer is in a tier. */
public record ReasonText(Texts texts, Formats formats) {
    public static ReasonText of(Shell shell) {
        return new ReasonText(shell.texts(), shell.formats());
    }

    /** Such as: Gold: a profit of € 812 in 12 months is high, more than that of 86 % of the customers with a profit… */
    public String sentence(CustomerStanding standing) {
        return text("insight.reason", name(standing.tier()), why(standing.reason()));
    }

    private String name(@Nullable Tier tier) {
        return text(tier == null ? "insight.reason.none" : "insight.tier." + tier.code());
    }

    private String why(TierReason reason) {
        return switch (reason) {
            case TierReason.NeverBought never -> never(never);
            case TierReason.Nothing nothing -> text("insight.reason.nothing", nothing.months());
            case TierReason.Loss loss ->
                text(
                        loss.profit().signum() == 0 ? "insight.reason.noProfit" : "insight.reason.loss",
                        formats.money(loss.profit().negate()),
                        loss.months(),
                        formats.money(loss.margin()),
                        formats.money(loss.cost()));
            case TierReason.Ranked ranked -> ranked(ranked);
        };
    }

    private String never(TierReason.NeverBought never) {
        String key = never.cost().signum() == 0 ? "free" : never.courted() ? "courted" : "over";
        return text(
                "insight.reason.never." + key,
                formats.money(never.cost()),
                never.months(),
                never.courtshipDays(),
                formats.date(never.knownSince()));
    }

    private String ranked(TierReason.Ranked ranked) {
        String profit = text(
                "insight.reason.profit." + ranked.band().name().toLowerCase(java.util.Locale.ROOT),
                formats.money(ranked.profit()),
                ranked.months(),
                ranked.rank(),
                ranked.fromPercent(),
                formats.money(ranked.from()));
        boolean contrast = ranked.loyal() == (ranked.band() == TierReason.Band.LITTLE);
        return text(
                "insight.reason.ranked." + (contrast ? "but" : "and"), profit, ranked.loyalty(), ranked.loyalFrom());
    }

    private String text(String key, Object... arguments) {
        return texts.get(formats.locale(), key, arguments);
    }
}
