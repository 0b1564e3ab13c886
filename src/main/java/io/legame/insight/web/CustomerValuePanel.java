package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.insight.CustomerStanding;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is worth and why, for whoever stands in front of them.
 *
 * @param standing null for somebody who came since figures were computed last
 */
public record CustomerValuePanel(
        CustomerId customer, @Nullable CustomerStanding standing) implements View {
    /** @param note below the value, or null */
    public record Metric(
            String name, String value, @Nullable String note) {
        public String definition() {
            return name + ".definition";
        }
    }

    private static final String NOTHING = "–";

    /** Everything that is told beside the headline, each with its definition. */
    public List<Metric> metrics(Shell shell) {
        var metrics = new ArrayList<Metric>();
        CustomerStanding known = standing;
        if (known == null) {
            return metrics;
        }
        var window = known.window();
        metrics.add(new Metric("insight.metric.firstPurchase", shell.date(known.firstPurchase()), null));
        metrics.add(new Metric("insight.metric.discount", shell.money(known.discount()), null));
        metrics.add(new Metric(
                "insight.metric.daysBetween",
                days(shell, known.daysBetween()),
                known.daysBetweenDeviation() == null || known.daysBetween() == null
                        ? null
                        : shell.text("insight.metric.deviation", days(shell, known.daysBetweenDeviation()))));
        Double trend = window.trend();
        metrics.add(new Metric(
                "insight.metric.trend",
                trend == null ? NOTHING : (trend > 0 ? "+" : "") + shell.percent(trend),
                shell.text(
                        "insight.metric.trend.note",
                        shell.money(window.revenueBefore()),
                        shell.money(window.revenue()))));
        metrics.add(new Metric(
                "insight.metric.profit",
                shell.money(window.profit()),
                shell.text(
                        "insight.metric.profit.note",
                        shell.money(window.profit().add(window.costToServe())),
                        shell.money(window.costToServe()))));
        metrics.add(new Metric(
                "insight.metric.loyalty", known.loyalty() == null ? NOTHING : shell.number(known.loyalty()), null));
        metrics.add(new Metric(
                "insight.metric.contacts",
                shell.number(window.contacts()),
                known.lastContact() == null
                        ? null
                        : shell.text("insight.metric.last", shell.date(known.lastContact()))));
        metrics.add(new Metric(
                "insight.metric.responses",
                shell.number(window.responses()),
                known.lastResponse() == null
                        ? null
                        : shell.text("insight.metric.last", shell.date(known.lastResponse()))));
        metrics.add(new Metric("insight.metric.tickets", shell.number(window.tickets()), null));
        metrics.add(new Metric("insight.metric.engagement", shell.number(known.engagedDays()), null));
        metrics.add(main("insight.metric.channel", shell, known.channel(), true));
        metrics.add(main("insight.metric.category", shell, known.category(), false));
        return metrics;
    }

    private static Metric main(String name, Shell shell, CustomerStanding.Main main, boolean channel) {
        return main.name() == null || main.share() == null
                ? new Metric(name, NOTHING, null)
                : new Metric(
                        name,
                        channel ? KindText.channel(shell, main.name()) : main.name(),
                        shell.text("insight.metric.share", shell.percent(main.share())));
    }

    private static String days(Shell shell, @Nullable Double days) {
        return days == null
                ? NOTHING
                : shell.text(
                        "insight.metric.days",
                        shell.decimal(BigDecimal.valueOf(days).setScale(1, RoundingMode.HALF_UP)));
    }
}
