package io.legame.insight.web;

import io.legame.insight.Cohort;
import io.legame.insight.CohortMeasure;
import io.legame.insight.CohortPeriod;
import io.legame.insight.CohortTable;
import io.legame.platform.LineChart;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen, the picture and the table of it.
 *
 * @param channels that can be chosen, by code
 * @param lists whether the reader may look at lists of customers by what they bought
 */
public record CohortPart(
        CohortRequest request, CohortTable table, List<String> channels, List<String> categories, boolean lists)
        implements View {
    static final String PATH = "/insight/cohorts";
    public static final List<Integer> LENGTHS = List.of(6, 12, 24, 36);

    private static final int SHADES = 8;

    public CohortMeasure measure() {
        return request.measured();
    }

    /** The ages of the columns, in periods. */
    public List<Integer> ages() {
        return IntStream.range(0, table.width()).boxed().toList();
    }

    /** What can be chosen, and what was, whether or not it is still there. */
    public List<String> withChosen(List<String> known, @Nullable String chosen) {
        return chosen == null || known.contains(chosen)
                ? known
                : Stream.concat(Stream.of(chosen), known.stream()).toList();
    }

    public String period(Shell shell, int number) {
        return PeriodTexts.name(shell, table.by(), number);
    }

    /** "Customers by month of first purchase: …", with what they are restricted to. */
    public String caption(Shell shell) {
        var parts = new ArrayList<String>();
        parts.add(shell.text("insight.cohorts.measure." + measure().code()));
        parts.add(shell.text("insight.cohorts.by." + table.by().code()));
        if (request.channel() != null) {
            parts.add(shell.text("insight.cohorts.channel") + ": " + channel(shell, request.channel()));
        }
        if (request.category() != null) {
            parts.add(shell.text("insight.cohorts.category") + ": " + request.category());
        }
        return String.join(" · ", parts);
    }

    public String channel(Shell shell, String code) {
        String key = "insight.cohorts.channel." + code;
        return shell.texts().has(shell.locale(), key) ? shell.text(key) : code;
    }

    public @Nullable String shown(Shell shell, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return switch (measure()) {
            case RETAINED -> shell.percent(value.doubleValue());
            case CUSTOMERS -> shell.decimal(value.setScale(1, RoundingMode.HALF_UP));
            case REVENUE -> shell.wholeMoney(value);
            case PER_CUSTOMER, CUMULATIVE -> shell.money(value);
        };
    }

    /** All that is known of a cell, whichever measure the table shows. */
    public String told(Shell shell, Cohort cohort, int age) {
        Cohort.Cell cell = cohort.cells().get(age);
        String told = shell.text(
                "insight.cohorts.cell",
                period(shell, cohort.number() + age),
                cell.customers(),
                cohort.size(),
                shell.money(cell.revenue()));
        return cell.running() ? told + " · " + shell.text("insight.cohorts.soFar", shell.date(table.until())) : told;
    }

    /** The class of a cell's colour, by the greatest value of all; the first period is like no other and has none. */
    public String shade(Cohort cohort, int age) {
        BigDecimal value = measure().value(cohort, age);
        if (age == 0 || value == null || value.signum() == 0) {
            return "";
        }
        double share = value.doubleValue() / greatest();
        return "heat-" + Math.clamp((long) Math.ceil(share * SHADES), 1, SHADES);
    }

    private double greatest() {
        return table.cohorts().stream()
                .flatMap(cohort -> IntStream.range(1, cohort.cells().size())
                        .mapToObj(age -> measure().value(cohort, age)))
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
    }

    /** The list of those who bought, or did not, in a cell's period; null where there is none. */
    public @Nullable String list(Cohort cohort, int age) {
        Cohort.Cell cell = cohort.cells().get(age);
        long listed = request.missing() ? cohort.size() - cell.customers() : cell.customers();
        return !lists || !table.listed() || listed == 0
                ? null
                : CohortList.address(table.by(), cohort.number(), cohort.number() + age, request.missing());
    }

    public LineChart chart(Shell shell) {
        int first = measure() == CohortMeasure.CUMULATIVE ? 0 : 1;
        List<Integer> shown = IntStream.range(first, table.width()).boxed().toList();
        List<Cohort> drawn = table.cohorts().stream()
                .filter(cohort -> cohort.size() > 0 && cohort.cells().size() > first)
                .toList();
        var lines = new ArrayList<LineChart.Line>();
        for (int place = 0; place < drawn.size(); place++) {
            Cohort cohort = drawn.get(place);
            lines.add(line(
                    shell,
                    shell.text("insight.cohorts.line", period(shell, cohort.number()), cohort.size()),
                    shown.stream().map(age -> measure().value(cohort, age)).toList(),
                    cohort.cells().getLast().running(),
                    LineChart.Tone.of(place, drawn.size())));
        }
        if (drawn.size() > 1) {
            List<@Nullable BigDecimal> means =
                    shown.stream().map(age -> measure().mean(table, age)).toList();
            lines.add(line(shell, shell.text(mean()), means, false, LineChart.Tone.MAIN));
        }
        return new LineChart(
                shell.text("insight.cohorts.measure." + measure().code()),
                shell.text("insight.cohorts.picture." + table.by().code()),
                shown.stream().map(age -> shell.number(age)).toList(),
                measure().isShare(),
                "cohort-table",
                lines);
    }

    /** The key of what the mean is called. */
    public String mean() {
        return switch (measure()) {
            case RETAINED, PER_CUSTOMER, CUMULATIVE -> "insight.cohorts.weightedMean";
            case CUSTOMERS, REVENUE -> "insight.cohorts.mean";
        };
    }

    private LineChart.Line line(
            Shell shell, String name, List<@Nullable BigDecimal> values, boolean open, LineChart.Tone tone) {
        List<BigDecimal> known = new ArrayList<>();
        for (BigDecimal value : values) {
            if (value == null) {
                break;
            }
            known.add(value);
        }
        List<String> told = known.stream()
                .map(value -> shown(shell, value))
                .filter(Objects::nonNull)
                .toList();
        return new LineChart.Line(
                name + ": " + String.join(" · ", told),
                known.stream().map(BigDecimal::doubleValue).toList(),
                open,
                tone);
    }

    public boolean restricted() {
        return request.channel() != null || request.category() != null;
    }

    public boolean drawn() {
        return table.width() > 1;
    }

    public @Nullable String earlier() {
        LocalDate day = table.earlier();
        return day == null ? null : request.endingWith(day).at(PATH).toString();
    }

    public @Nullable String later() {
        LocalDate day = table.later();
        if (day == null) {
            return null;
        }
        CohortPeriod by = table.by();
        LocalDate last = by.lastDay(by.number(day) + request.periods());
        return request.endingWith(last.isBefore(table.until()) ? last : null)
                .at(PATH)
                .toString();
    }

    public String file(String format) {
        return request.at(PATH + "/export").with("format", format).toString();
    }
}
