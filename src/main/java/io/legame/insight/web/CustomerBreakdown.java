package io.legame.insight.web;

import io.legame.insight.CustomerStandings;
import io.legame.insight.CustomerValue;
import io.legame.platform.BarChart;
import io.legame.platform.Shell;
import io.legame.platform.View;

/** What a customer bought by channel, category and year, and the contacts by channel. */
public record CustomerBreakdown(CustomerStandings.Breakdown parts, CustomerValue value) implements View {
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
