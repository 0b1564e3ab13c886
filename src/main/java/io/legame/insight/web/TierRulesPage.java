package io.legame.insight.web;

import io.legame.insight.RuleBook;
import io.legame.insight.TierRules;
import io.legame.platform.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param rules those of today
 * @param sent what stands in the fields instead
 * @param openSince the first day from which something may be decided; null for any
 */
public record TierRulesPage(
        TierRules rules,
        RuleFields sent,
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
