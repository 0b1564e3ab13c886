package io.legame.insight.web;

import io.legame.insight.CustomerValue;
import io.legame.platform.BarChart;
import io.legame.platform.Shell;
import io.legame.platform.View;

public record CustomerValuePanel(CustomerValue value) implements View {
    public BarChart chart(Shell shell) {
        return new BarChart(
                shell.text("insight.value.byYear"),
                value.years().stream()
                        .map(year -> new BarChart.Bar(
                                Integer.toString(year.year()),
                                year.revenue().doubleValue(),
                                shell.money(year.revenue())))
                        .toList());
    }
}
