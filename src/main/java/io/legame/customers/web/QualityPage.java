package io.legame.customers.web;

import io.legame.customers.DataQuality;
import io.legame.customers.Identity;
import io.legame.customers.QualityField;
import io.legame.customers.QualityReport;
import io.legame.platform.Address;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of how good the data are.
 *
 * @param source whose customers are looked at; null for all
 */
public record QualityPage(
        @Nullable String source,
        List<String> sources,
        DataQuality.Counted counted,
        Identity.Kind key,
        QualityTrend trend)
        implements View {

    public QualityReport report() {
        return counted.report();
    }

    public QualityReport.OfField of(QualityField field) {
        return report().of(field);
    }

    public String keyCoverage(Shell shell) {
        return shell.percent(report().keyCoverage());
    }

    public String share(Shell shell, long some) {
        return shell.percent(report().share(some));
    }

    public String path(@Nullable String of) {
        return Address.of("/customers/quality").with("source", of).toString();
    }

    public String incompletePath() {
        return Address.of("/customers/quality/incomplete")
                .with("source", source)
                .toString();
    }

    public String flagsPath(QualityReport.Flags flags) {
        return FlaggedRows.path(flags.field(), flags.kind(), source, null);
    }

    /** Where the field's flags are listed; null when there are none. */
    public @Nullable String flagsPath(QualityField field) {
        return report().flags().stream()
                .filter(flags -> field.fields().contains(flags.field()))
                .findFirst()
                .map(flags -> FlaggedRows.path(flags.field(), null, source, null))
                .orElse(null);
    }
}
