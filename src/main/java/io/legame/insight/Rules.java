package io.legame.insight;

import io.legame.platform.Refusal;

/** What the company decided about how its customers are looked at. */
public sealed interface Rules permits LifeCycleRules, TierRules, RfmRules {

    /** The word of the table for rules of a type. */
    static String kind(Class<? extends Rules> type) {
        return type == LifeCycleRules.class ? "life_cycle" : type == TierRules.class ? "tiers" : "rfm";
    }

    /** @throws Refusal when the value is outside of its bounds, in the sentence of {@code insight.rules.error.<what>} */
    static void within(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw Refusal.of("insight.rules.error." + what, least, most);
        }
    }
}
