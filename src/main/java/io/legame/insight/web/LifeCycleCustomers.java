package io.legame.insight.web;

import io.legame.insight.LifeCycleList.Who;
import io.legame.insight.Stage;
import io.legame.platform.Shell;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/** The customers behind a number of the life cycle. */
public record LifeCycleCustomers(Who who, long customers, LifeCycleRows rows) implements View {
    /** The same customers as a filter of the list of customers; null where no filter says it, and for the dismissed. */
    public @Nullable String filtered() {
        return who instanceof Who.In in && in.stage() != Stage.DISMISSED
                ? Lists.address(Lists.stage(in.stage()))
                : null;
    }

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
