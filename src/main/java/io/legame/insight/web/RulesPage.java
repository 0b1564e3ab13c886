package io.legame.insight.web;

import io.legame.insight.LifeCycleRules;
import io.legame.insight.RuleBook.Decision;
import io.legame.platform.Refusal;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a customer passes from one stage to the next, and what was decided about it.
 *
 * @param faults what is wrong, by the field
 * @param openSince the first day from which rules may count; null when all days are open
 * @param decisions the newest first
 */
public record RulesPage(
        RulesForm form,
        Map<String, Refusal> faults,
        LocalDate today,
        @Nullable LocalDate openSince,
        List<Decision<LifeCycleRules>> decisions)
        implements View {

    public static @Nullable String fault(Shell shell, Map<String, Refusal> faults, String field) {
        Refusal fault = faults.get(field);
        return fault == null ? null : shell.text(fault);
    }

    /** The six numbers in a sentence. */
    public static String told(Shell shell, LifeCycleRules rules) {
        return shell.text(
                "insight.lifeCycle.rules.told",
                rules.newDays(),
                rules.loyalPurchases(),
                rules.loyalWithin(),
                rules.atRiskAfter(),
                rules.dormantAfter(),
                rules.lostAfter());
    }
}
