package io.legame.duplicates.web;

import io.legame.duplicates.AutomaticMerge;
import io.legame.duplicates.Likelihoods;
import io.legame.platform.BarChart;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.List;

/**
 * What a threshold would make one, and what was made one so.
 *
 * @param samples those that the threshold would just take
 * @param past the newest first
 */
public record AutomaticMergePage(
        double threshold, Likelihoods likelihoods, List<ProposalRow> samples, List<AutomaticMerge> past)
        implements View {
    public long count() {
        return likelihoods.from(threshold);
    }

    public boolean running() {
        return past.stream().anyMatch(each -> each.state().running());
    }

    public boolean nothing() {
        return likelihoods.bands().stream().allMatch(band -> band.proposals() == 0);
    }

    public BarChart chart(Shell shell) {
        return new BarChart(
                shell.text("duplicates.likelihoods"),
                likelihoods.bands().stream()
                        .map(band -> new BarChart.Bar(
                                atLeast(shell, band.from()), band.proposals(), shell.number(band.proposals())))
                        .toList());
    }

    /** Such as "≥ 99 %". */
    public static String atLeast(Shell shell, double probability) {
        return shell.text("duplicates.atLeast", probability * 100);
    }
}
