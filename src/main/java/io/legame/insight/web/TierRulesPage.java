package io.legame.insight.web;

import io.legame.insight.RuleBook;
import io.legame.insight.TierRules;
import io.legame.platform.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param openSince the first day from which something may be decided; null for any */
public record TierRulesPage(
        TierRules rules,
        TierEffect effect,
        List<RuleBook.Decision<TierRules>> decisions,
        @Nullable LocalDate openSince,
        LocalDate today)
        implements View {
    public String assumedMargin() {
        return rules.assumedMargin()
                .multiply(BigDecimal.valueOf(100))
                .stripTrailingZeros()
                .toPlainString();
    }
}
