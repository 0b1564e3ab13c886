package io.legame.insight;

import io.legame.platform.Command;
import java.io.PrintStream;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code java -jar legame.jar reconcile}: says whether the warehouse holds what the database holds, and where not. */
@Component
class ReconcileCommand implements Command {
    private final Reconciliation reconciliation;

    ReconcileCommand(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public boolean run(PrintStream output) {
        Reconciliation.Report report = reconciliation.run();
        output.printf("%-34s %22s %22s%n", "", "database", "warehouse");
        for (Reconciliation.Row row : report.rows()) {
            output.printf(
                    Locale.ROOT,
                    "%-34s %22s %22s %s%n",
                    (row.measure() + " " + row.part()).strip(),
                    row.database().toPlainString(),
                    row.warehouse().toPlainString(),
                    row.agrees() ? "" : "DIFFERENT");
        }
        int differences = report.differences().size();
        output.println(
                report.agrees()
                        ? "Both hold the same."
                        : differences + " of " + report.rows().size()
                                + " numbers differ. To write the warehouse anew: java -jar legame.jar rebuild");
        return report.agrees();
    }
}
