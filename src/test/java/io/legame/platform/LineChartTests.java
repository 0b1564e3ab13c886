package io.legame.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.platform.LineChart.Line;
import io.legame.platform.LineChart.Tone;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the lines go. */
class LineChartTests {
    private static LineChart chart(Line... lines) {
        return new LineChart("Retention", "", List.of("1", "2", "3"), true, "table", List.of(lines));
    }

    @Test
    void aLineGoesFromStepToStepUpToItsLastValue() {
        var whole = new Line("whole", List.of(0.4, 0.2, 0.0), false, Tone.MAIN);
        var shorter = new Line("shorter", List.of(0.2, 0.4), false, Tone.FAINT);
        LineChart chart = chart(whole, shorter);
        assertThat(chart.scale().top()).isEqualTo(0.4);
        assertThat(chart.path(whole)).isEqualTo("M0 0L1 50L2 100");
        assertThat(chart.path(shorter)).isEqualTo("M0 50L1 0");
        assertThat(chart.openPath(whole)).isEmpty();
    }

    @Test
    void aValueThatMayStillChangeIsDrawnApart() {
        var line = new Line("open", List.of(0.4, 0.2, 0.0), true, Tone.PLAIN);
        assertThat(chart(line).path(line)).isEqualTo("M0 0L1 50");
        assertThat(chart(line).openPath(line)).isEqualTo("M1 50L2 100");
    }

    @Test
    void aValueAloneIsADot() {
        var line = new Line("dot", List.of(0.4), true, Tone.PLAIN);
        assertThat(chart(line).path(line)).isEqualTo("M0 0h0");
        assertThat(chart(line).openPath(line)).isEmpty();
        var nothing = new Line("nothing", List.of(), false, Tone.MAIN);
        assertThat(chart(nothing).path(nothing)).isEmpty();
    }

    @Test
    void laterLinesAreStrongerAndNoneIsTheMainOne() {
        assertThat(IntStream.range(0, 8).mapToObj(place -> Tone.of(place, 8)))
                .isSorted()
                .startsWith(Tone.FAINT)
                .endsWith(Tone.STRONG);
        assertThat(Tone.of(0, 1)).isEqualTo(Tone.STRONG);
    }
}
