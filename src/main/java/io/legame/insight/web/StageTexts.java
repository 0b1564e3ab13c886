package io.legame.insight.web;

import io.legame.insight.LifeCycleRules;
import io.legame.insight.Stage;
import io.legame.platform.Shell;
import org.jspecify.annotations.Nullable;

/** What a stage is called, and what it means by the rules that count. */
public final class StageTexts {
    private StageTexts() {}

    /** @param stage null: not known yet */
    public static String name(Shell shell, @Nullable Stage stage) {
        return shell.text("insight.stage." + (stage == null ? "none" : stage.code()));
    }

    public static String definition(Shell shell, Stage stage, LifeCycleRules rules) {
        return shell.text(
                "insight.stage.definition." + stage.code(),
                rules.newDays(),
                rules.loyalPurchases(),
                rules.loyalWithin(),
                rules.atRiskAfter(),
                rules.dormantAfter(),
                rules.lostAfter());
    }
}
