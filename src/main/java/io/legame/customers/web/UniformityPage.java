package io.legame.customers.web;

import io.legame.customers.UniformityRules;
import io.legame.platform.View;
import java.util.List;

/** The rules by which values are written the same way. */
public record UniformityPage(List<RuleRow> rules) implements View {
    static UniformityPage of(List<UniformityRules.Ruled> rules) {
        return new UniformityPage(rules.stream().map(RuleRow::new).toList());
    }
}
