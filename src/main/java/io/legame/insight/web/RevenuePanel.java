package io.legame.insight.web;

import io.legame.insight.CompanyFigures;
import io.legame.platform.BarChart;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.List;

public record RevenuePanel(List<CompanyFigures.Month> months) implements View {
    public BarChart chart(Shell shell) {
        return new BarChart(
                shell.text("insight.home.revenueByMonth"),
                months.stream()
                        .map(month -> new BarChart.Bar(
                                shell.month(month.month()),
                                month.revenue().doubleValue(),
                                shell.wholeMoney(month.revenue())))
                        .toList());
    }
}
