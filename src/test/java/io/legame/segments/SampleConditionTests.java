package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws are as large as they say, and know nothing of ids or of each other. */
class SampleConditionTests {
    private static final int CUSTOMERS = 200_000;

    private static double share(LongPredicate among, LongPredicate drawn) {
        return (double) LongStream.rangeClosed(1, CUSTOMERS)
                        .filter(among)
                        .filter(drawn)
                        .count()
                / LongStream.rangeClosed(1, CUSTOMERS).filter(among).count();
    }

    private static LongPredicate drawn(SampleCondition sample) {
        return id -> Draws.holds(sample, id);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 50, 99})
    void aDrawIsAsLargeAsItSays(int percent) {
        for (int draw = 1; draw <= 5; draw++) {
            var sample = new SampleCondition(percent, draw);
            // four standard deviations
            double error = 4 * Math.sqrt(percent / 100.0 * (1 - percent / 100.0) / CUSTOMERS);
            assertThat(share(id -> true, drawn(sample))).isEqualTo(percent / 100.0, within(error));
        }
    }

    @Test
    void neitherNeighboursNorStepsNorAnotherDrawTellWhoIsDrawn() {
        var sample = new SampleCondition(20, 1);
        var other = new SampleCondition(20, 2);
        double error = 4 * Math.sqrt(0.2 * 0.8 / (CUSTOMERS * 0.2));
        assertThat(share(drawn(sample), drawn(other))).isEqualTo(0.2, within(error));
        assertThat(share(drawn(sample), id -> Draws.holds(sample, id + 1))).isEqualTo(0.2, within(error));
        assertThat(share(drawn(sample), id -> Draws.holds(sample, id + 7))).isEqualTo(0.2, within(error));
        assertThat(share(id -> id % 5 == 0, drawn(sample))).isEqualTo(0.2, within(error));
        assertThat(share(id -> id <= CUSTOMERS / 5, drawn(sample))).isEqualTo(0.2, within(error));
    }

    @Test
    void aLargerDrawHoldsTheSmallerOne() {
        assertThat(share(drawn(new SampleCondition(10, 4)), drawn(new SampleCondition(30, 4))))
                .isEqualTo(1);
    }
}
