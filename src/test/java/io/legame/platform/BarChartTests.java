package io.legame.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarChartTests {
    private static BarChart chart(double... values) {
        return new BarChart(
                "Test",
                DoubleStream.of(values)
                        .mapToObj(value -> new BarChart.Bar("", value, ""))
                        .toList());
    }

    @Test
    void theAxisGoesFromZeroToARoundNumber() {
        assertThat(chart(9, 40, 93).scale().ticks()).containsExactly(100.0, 50.0, 0.0);
        assertThat(chart(20_317, 4).scale().ticks()).containsExactly(30_000.0, 20_000.0, 10_000.0, 0.0);
    }

    @Test
    void lossesHangBelowTheLineOfZero() {
        var chart = chart(100, -50);

        assertThat(chart.scale().ticks()).containsExactly(100.0, 50.0, 0.0, -50.0);
        assertThat(Double.parseDouble(chart.rectangle(1).y())).isCloseTo(66.7, within(0.1));
        assertThat(Double.parseDouble(chart.rectangle(1).height())).isCloseTo(33.3, within(0.1));
    }

    @Test
    void nothingAtAllIsStillAChart() {
        assertThat(chart(0, 0).rectangle(0).height()).isEqualTo("0");
        assertThat(chart().scale().ticks()).containsExactly(1.0, 0.0);
    }

    @Test
    void whatIsTinyIsSeenAllTheSame() {
        assertThat(Double.parseDouble(chart(1_000_000, 1).rectangle(1).height()))
                .isGreaterThan(0.5);
    }

    @Test
    void theLastLabelIsAlwaysShown() {
        var chart = chart(IntStream.range(0, 37).asDoubleStream().toArray());

        assertThat(chart.labelClass(36)).isEmpty();
        assertThat(IntStream.range(0, 37).mapToObj(chart::labelClass).filter("rare"::equals))
                .hasSizeGreaterThan(28);
        assertThat(List.of(chart(1, 2, 3).labelClass(0), chart(1, 2, 3).labelClass(1)))
                .containsOnly("");
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
