package io.legame.customers.web;

import io.legame.customers.DataQuality;
import io.legame.customers.QualityReport;
import io.legame.platform.BarChart;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How the quality changed from month to month. */
public record QualityTrend(List<DataQuality.Month> months) implements View {
    public List<BarChart> charts(Shell shell) {
        return List.of(
                shares(shell, "customers.quality.trend.key", QualityReport::keyCoverage),
                shares(
                        shell,
                        "customers.quality.trend.email",
                        report -> report.share(report.reach().email())),
                chart(
                        shell,
                        "customers.quality.trend.flagged",
                        report -> report.flagged(),
                        report -> shell.number(report.flagged())));
    }

    private BarChart shares(Shell shell, String title, ToDoubleFunction<QualityReport> share) {
        return chart(
                shell,
                title,
                report -> 100 * share.applyAsDouble(report),
                report -> shell.percent(share.applyAsDouble(report)));
    }

    private BarChart chart(
            Shell shell, String title, ToDoubleFunction<QualityReport> value, Function<QualityReport, String> shown) {
        return new BarChart(
                shell.text(title),
                months.stream()
                        .map(month -> {
                            QualityReport report = month.report();
                            return new BarChart.Bar(
                                    shell.month(month.month()),
                                    report == null ? 0 : value.applyAsDouble(report),
                                    report == null ? "–" : shown.apply(report));
                        })
                        .toList());
    }
}
