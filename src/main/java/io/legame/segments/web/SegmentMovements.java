package io.legame.segments.web;

import io.legame.customers.CustomerId;
import io.legame.platform.LineChart;
import io.legame.platform.Shell;
import io.legame.platform.View;
import io.legame.segments.MemberCount;
import io.legame.segments.Passage;
import io.legame.segments.Sizes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who came to a segment and who went.
 *
 * @param count null while its members were never told
 * @param days the last ones, today included
 * @param latest the newest first
 * @param names of those whom the reader sees
 */
public record SegmentMovements(
        @Nullable MemberCount count, List<Sizes.Day> days, List<Passage> latest, Map<CustomerId, String> names)
        implements View {
    private static final int DAYS_BETWEEN_LABELS = 3;

    public long entered(int lastDays) {
        return lately(lastDays).stream().mapToLong(Sizes.Day::entered).sum();
    }

    public long gone(int lastDays) {
        return lately(lastDays).stream().mapToLong(Sizes.Day::gone).sum();
    }

    private List<Sizes.Day> lately(int lastDays) {
        if (days.isEmpty()) {
            return days;
        }
        LocalDate first = days.getLast().day().minusDays(lastDays - 1L);
        return days.stream().filter(day -> !day.day().isBefore(first)).toList();
    }

    public LineChart chart(Shell shell) {
        return new LineChart(
                shell.text("segments.movements.chart"),
                shell.text("segments.movements.chartAbout"),
                labels(shell),
                false,
                "segment-movements",
                List.of(new LineChart.Line(
                        shell.text("segments.movements.chart"),
                        days.stream().map(day -> (double) day.size()).toList(),
                        true,
                        LineChart.Tone.MAIN)));
    }

    /** Days have long names: a few are told. */
    private List<String> labels(Shell shell) {
        int every = Math.ceilDiv(days.size(), LineChart.LABELS) * DAYS_BETWEEN_LABELS;
        return IntStream.range(0, days.size())
                .mapToObj(i -> i % every == 0 ? shell.dayOfYear(days.get(i).day()) : "")
                .toList();
    }

    public String name(Shell shell, Passage passage) {
        String name = names.get(passage.customer());
        return name == null
                ? shell.text(
                        "segments.movements.unknown", "" + passage.customer().value())
                : name;
    }
}
