package io.legame.segments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.legame.segments.Overlap;
import io.legame.segments.Worth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The areas of two circles, and of what they have in common, are as the numbers are. */
class VennTests {
    private static final Worth NOTHING = new Worth(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static Overlap overlap(long... sizes) {
        var regions = new ArrayList<Overlap.Region>();
        for (int in = 1; in <= sizes.length; in++) {
            regions.add(new Overlap.Region(in, sizes[in - 1], NOTHING));
        }
        return new Overlap(LocalDate.of(2026, 1, 1), regions, NOTHING);
    }

    @Test
    void twoCirclesAreDrawnToScale() {
        var random = new Random(3);
        for (int i = 0; i < 20; i++) {
            long onlyA = 1L + random.nextInt(1000);
            long onlyB = 1L + random.nextInt(1000);
            long both = 1L + random.nextInt(1000);
            Venn venn = Venn.of(overlap(onlyA, onlyB, both), 2);
            Venn.Circle a = venn.circles().get(0);
            Venn.Circle b = venn.circles().get(1);
            int inA = 0;
            int inB = 0;
            int inBoth = 0;
            for (double x = 0; x < Venn.WIDTH; x += 0.5) {
                for (double y = 0; y < Venn.HEIGHT; y += 0.5) {
                    boolean isInA = Math.hypot(x - a.x(), y - a.y()) <= a.radius();
                    boolean isInB = Math.hypot(x - b.x(), y - b.y()) <= b.radius();
                    inA += isInA ? 1 : 0;
                    inB += isInB ? 1 : 0;
                    inBoth += isInA && isInB ? 1 : 0;
                }
            }
            double whole = inA + inB - inBoth;
            double customers = onlyA + onlyB + both;
            assertThat(inA / whole).isCloseTo((onlyA + both) / customers, within(0.01));
            assertThat(inB / whole).isCloseTo((onlyB + both) / customers, within(0.01));
            assertThat(inBoth / whole).isCloseTo(both / customers, within(0.01));
        }
    }

    @Test
    void nothingLiesOutsideThePicture() {
        for (Overlap overlap : new Overlap[] {
            overlap(0, 0, 0),
            overlap(5, 0, 0),
            overlap(5, 7, 0),
            overlap(0, 0, 4),
            overlap(100, 0, 3),
            overlap(1, 1, 1, 1, 1, 1, 1)
        }) {
            Venn venn = Venn.of(overlap, overlap.regions().size() > 3 ? 3 : 2);
            assertThat(venn.circles())
                    .allSatisfy(
                            circle -> assertThat(circle.x() - circle.radius()).isGreaterThanOrEqualTo(0))
                    .allSatisfy(
                            circle -> assertThat(circle.x() + circle.radius()).isLessThanOrEqualTo(Venn.WIDTH))
                    .allSatisfy(
                            circle -> assertThat(circle.y() + circle.radius()).isLessThanOrEqualTo(Venn.HEIGHT))
                    .allSatisfy(
                            circle -> assertThat(circle.y() - circle.radius()).isGreaterThanOrEqualTo(0));
            assertThat(venn.labels())
                    .allSatisfy(number -> assertThat(number.x()).isBetween(0.0, 360.0));
        }
    }
}
