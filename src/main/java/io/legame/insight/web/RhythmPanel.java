package io.legame.insight.web;

import io.legame.insight.LifeCycleRules;
import io.legame.insight.PurchaseRhythm.Rhythm;
import io.legame.platform.Address;
import io.legame.platform.BarChart;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the company's customers take to come back, and the rules that follow from it.
 *
 * @param proposal null when too few came back to tell
 */
public record RhythmPanel(Rhythm rhythm, @Nullable LifeCycleRules proposal) implements View {
    public static final List<Integer> SHARES = List.of(50, 75, 90, 95);
    private static final int BARS = 12;
    private static final double DRAWN = 0.97;

    /** Bars of equal width that reach as far as nearly all came back; the last one holds the rest. */
    public BarChart chart(Shell shell) {
        long width = Math.max(1, Math.ceilDiv(rhythm.within(DRAWN), BARS));
        var counts = new long[BARS + 1];
        rhythm.gaps().forEach((days, count) -> counts[Math.min(BARS, (int) ((days - 1) / width))] += count);
        var bars = new ArrayList<BarChart.Bar>();
        for (int i = 0; i <= BARS; i++) {
            String days = i == BARS
                    ? shell.text("insight.lifeCycle.rhythm.more", BARS * width)
                    : width == 1
                            ? shell.number(i + 1)
                            : shell.number((long) i * width + 1) + "–" + shell.number((i + 1L) * width);
            bars.add(new BarChart.Bar(days, counts[i], shell.text("insight.lifeCycle.rhythm.times", counts[i])));
        }
        return new BarChart(shell.text("insight.lifeCycle.rhythm.days"), bars);
    }

    /** The rules page with the proposal in its fields. */
    public String take(LifeCycleRules rules) {
        var address = Address.of("/insight/life-cycle/rules");
        var numbers = RulesForm.numbers(rules);
        for (int i = 0; i < numbers.size(); i++) {
            address.with(RulesForm.FIELDS.get(i), numbers.get(i));
        }
        return address.toString();
    }
}
