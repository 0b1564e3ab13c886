package io.legame.insight.web;

import io.legame.insight.LifeCycleList.Who;
import io.legame.platform.Shell;
import io.legame.platform.View;

/** The customers behind a number of the life cycle. */
public record LifeCycleCustomers(Who who, long customers, LifeCycleRows rows) implements View {
    public String title(Shell shell) {
        return switch (who) {
            case Who.In in -> StageTexts.name(shell, in.stage());
            case Who.Coming coming ->
                shell.text("insight.lifeCycle.list.coming", StageTexts.name(shell, coming.stage()), coming.days());
            case Who.Passed passed ->
                shell.text(
                        "insight.lifeCycle.list.passed",
                        StageTexts.name(shell, passed.from()),
                        StageTexts.name(shell, passed.to()),
                        shell.date(passed.after().plusDays(1)),
                        shell.date(passed.until()));
        };
    }
}
