package io.legame.insight.web;

import io.legame.insight.Reconciliation;
import io.legame.insight.Upkeep;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.Locale;

/** What the warehouse holds, how fresh it is, and what was found out about it; asks again by itself. */
public record WarehouseState(Upkeep.State state) implements View {
    public String measure(Shell shell, Reconciliation.Row row) {
        String name = shell.text("insight.measure." + row.measure());
        return row.part().isEmpty() ? name : name + " · " + part(shell, row.part());
    }

    /** A year, or a kind of interaction; sources may have kinds of their own. */
    private static String part(Shell shell, String part) {
        String kind = "timeline.kind." + part;
        return shell.texts().has(shell.locale(), kind) ? shell.text(kind) : part;
    }

    /** Seconds with one decimal, in the viewer's language. */
    public String age(Shell shell) {
        var age = state.age();
        return age == null ? "–" : shell.text("insight.warehouse.seconds", Math.max(0, age.toMillis()) / 1000.0);
    }

    /** What a database said, or our own sentence. */
    public String reason(Shell shell, Upkeep.Failure failure) {
        return shell.texts().has(shell.locale(), failure.what()) ? shell.text(failure.what()) : failure.what();
    }

    public String trigger() {
        return String.format(Locale.ROOT, "every %ds", state.busy() ? 1 : 5);
    }
}
