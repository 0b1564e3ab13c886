package io.legame.customers.web;

import io.legame.customers.UniformityRules;
import io.legame.platform.View;

/** A rule with its switch. */
public record RuleRow(UniformityRules.Ruled ruled) implements View {
    public String code() {
        return ruled.rule().code();
    }
}
