package io.legame.insight.web;

import io.legame.insight.PurchasePeriods;
import io.legame.platform.BarChart;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.List;

/** @param rows the oldest first */
public record PeriodsPart(CohortRequest request, List<PurchasePeriods.Row> rows) implements View {
    static final String PATH = CohortPart.PATH + "/periods";

    public String period(Shell shell, PurchasePeriods.Row row) {
        return PeriodTexts.name(shell, request.period(), row.number());
    }

    public BarChart customers(Shell shell) {
        return new BarChart(
                shell.text("insight.periods.customers"),
                rows.stream()
                        .map(row ->
                                new BarChart.Bar(period(shell, row), row.customers(), shell.number(row.customers())))
                        .toList());
    }

    public BarChart revenue(Shell shell) {
        return new BarChart(
                shell.text("insight.cohorts.measure.revenue"),
                rows.stream()
                        .map(row -> new BarChart.Bar(
                                period(shell, row), row.revenue().doubleValue(), shell.wholeMoney(row.revenue())))
                        .toList());
    }

    public boolean running() {
        return rows.stream().anyMatch(PurchasePeriods.Row::running);
    }
}
