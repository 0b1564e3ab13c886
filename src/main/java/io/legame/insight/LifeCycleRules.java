package io.legame.insight;

import io.legame.platform.Refusal;

/**
 * When a customer passes from one {@link Stage} to the next. Whoever has done nothing yet is a lead, and a prospect from
 * the first response; the first purchase makes a customer new. All days are counted from a purchase; a day counts once,
 * however much was bought on it.
 *
 * @param newDays after the first purchase, unless a second one comes before
 * @param loyalPurchases days of purchase that make a customer loyal, within
 * @param loyalWithin days
 * @param atRiskAfter days without a purchase
 * @param dormantAfter days without a purchase
 * @param lostAfter days without a purchase
 */
public record LifeCycleRules(
        int newDays, int loyalPurchases, int loyalWithin, int atRiskAfter, int dormantAfter, int lostAfter)
        implements Rules {
    public static final LifeCycleRules DEFAULT = new LifeCycleRules(60, 4, 365, 90, 180, 365);

    static final int MOST_DAYS = 3_650;

    public LifeCycleRules {
        Rules.within("newDays", newDays, 1, MOST_DAYS);
        Rules.within("loyalPurchases", loyalPurchases, 2, 100);
        Rules.within("loyalWithin", loyalWithin, 1, MOST_DAYS);
        Rules.within("atRiskAfter", atRiskAfter, 1, MOST_DAYS);
        Rules.within("dormantAfter", dormantAfter, 1, MOST_DAYS);
        Rules.within("lostAfter", lostAfter, 1, MOST_DAYS);
        if (atRiskAfter >= dormantAfter || dormantAfter >= lostAfter) {
            throw Refusal.of("insight.rules.error.stagesInOrder");
        }
    }
}
