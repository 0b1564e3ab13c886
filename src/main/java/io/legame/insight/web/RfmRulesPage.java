package io.legame.insight.web;

import io.legame.insight.RfmBounds;
import io.legame.insight.RfmRules;
import io.legame.insight.RuleBook;
import io.legame.platform.Shell;
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
public record RfmRulesPage(
        RfmRules rules,
        RuleFields sent,
        RfmEffect effect,
        List<RuleBook.Decision<RfmRules>> decisions,
        @Nullable LocalDate openSince,
        LocalDate today)
        implements View {
    public boolean own(String measure) {
        return sent.or(measure, of(rules, measure).isEmpty() ? "quintiles" : "own")
                .equals("own");
    }

    /** What was written, the company's own, or what was found, to begin with; empty while nobody is scored. */
    public String bound(Shell shell, String measure, int i) {
        var found = effect.effect();
        List<BigDecimal> bounds = of(rules, measure);
        if (bounds.isEmpty() && found != null) {
            RfmBounds quintiles = switch (measure) {
                case "recency" -> found.recency();
                case "frequency" -> found.frequency();
                default -> found.monetary();
            };
            bounds = quintiles.bounds();
        }
        return sent.or(
                measure + i,
                bounds.isEmpty() ? "" : shell.formats().exact(bounds.get(i - 1).stripTrailingZeros()));
    }

    public static List<BigDecimal> of(RfmRules rules, String measure) {
        return switch (measure) {
            case "recency" -> rules.recency();
            case "frequency" -> rules.frequency();
            default -> rules.monetary();
        };
    }

    /** How a decision reads. */
    public static String told(Shell shell, RfmRules rules, String measure) {
        List<BigDecimal> bounds = of(rules, measure);
        return bounds.isEmpty()
                ? shell.text("insight.rfm.quintiles")
                : String.join(" · ", bounds.stream().map(shell::decimal).toList());
    }
}
