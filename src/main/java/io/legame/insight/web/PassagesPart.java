package io.legame.insight.web;

import io.legame.insight.LifeCycle;
import io.legame.platform.View;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Who passed from one stage to another in a month.
 *
 * @param month the one that is shown
 * @param after the last day before it
 * @param until its last day, or that of the figures
 * @param choices the months that can be shown, the newest first
 */
public record PassagesPart(
        YearMonth month,
        LocalDate after,
        LocalDate until,
        List<YearMonth> choices,
        List<LifeCycle.Passage> passages,
        boolean lists)
        implements View {
    public String list(LifeCycle.Passage passage) {
        return WhoRequest.passed(passage.from(), passage.to(), after, until);
    }
}
