package io.legame.insight.web;

import io.legame.insight.LifeCycle;
import io.legame.insight.LifeCycleRules;
import io.legame.insight.Stage;
import io.legame.platform.Shell;
import io.legame.platform.StackedBars;
import io.legame.platform.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Where all customers stand.
 *
 * @param day the day of the figures
 * @param months how many were in each stage at their ends, the last one today
 * @param coming how many will be at risk, dormant, lost within {@link LifeCycleController#SOON} days
 * @param lists whether the reader may see who they are
 */
public record LifeCyclePage(
        LocalDate day,
        boolean past,
        LifeCycleRules rules,
        List<LifeCycle.Standing> stages,
        List<LifeCycle.Count> months,
        List<Coming> coming,
        PassagesPart passages,
        boolean lists)
        implements View {
    /** From the bottom of the picture: those who are with us, those who go, those who never came. */
    private static final List<Stage> STACKED = List.of(
            Stage.LOYAL,
            Stage.ACTIVE,
            Stage.NEW,
            Stage.AT_RISK,
            Stage.DORMANT,
            Stage.LOST,
            Stage.PROSPECT,
            Stage.LEAD,
            Stage.DISMISSED);

    private static final int LAST_RISING = 5;

    public record Coming(Stage stage, int days, long customers) {}

    public long customers() {
        return stages.stream().mapToLong(LifeCycle.Standing::customers).sum();
    }

    public BigDecimal revenue() {
        return stages.stream().map(LifeCycle.Standing::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public List<LifeCycle.Standing> rising() {
        return stages.subList(0, LAST_RISING);
    }

    public List<LifeCycle.Standing> falling() {
        return stages.subList(LAST_RISING, stages.size());
    }

    public String list(Stage stage) {
        return WhoRequest.in(stage);
    }

    public String list(Coming each) {
        return WhoRequest.coming(each.stage(), each.days());
    }

    public double share(LifeCycle.Standing standing) {
        return customers() == 0 ? 0 : (double) standing.customers() / customers();
    }

    /** The stages in which anybody ever was. */
    public List<Stage> seen() {
        return List.of(Stage.values()).stream()
                .filter(stage -> months.stream().anyMatch(month -> month.of(stage) > 0))
                .toList();
    }

    public StackedBars chart(Shell shell) {
        List<Stage> drawn = STACKED.stream().filter(seen()::contains).toList();
        return new StackedBars(
                shell.text("insight.lifeCycle.byMonth"),
                drawn.stream()
                        .map(stage -> new StackedBars.Part(StageTexts.name(shell, stage), "stage-" + stage.code()))
                        .toList(),
                months.stream()
                        .map(month -> new StackedBars.Bar(
                                shell.month(YearMonth.from(month.day())),
                                drawn.stream().map(month::of).toList()))
                        .toList());
    }
}
