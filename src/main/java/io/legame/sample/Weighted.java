package io.legame.sample;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Things that are drawn each as often as it weighs. */
final class Weighted<T> {
    private final List<T> things;
    private final double[] upTo;

    Weighted(Collection<T> things, ToDoubleFunction<T> weight) {
        this(things, weight, Function.identity());
    }

    <R> Weighted(Collection<R> rows, ToDoubleFunction<R> weight, Function<R, T> thing) {
        this.things = rows.stream().map(thing).toList();
        this.upTo = new double[things.size()];
        double sum = 0;
        int i = 0;
        for (R row : rows) {
            sum += weight.applyAsDouble(row);
            upTo[i++] = sum;
        }
    }

    T draw(Draw draw) {
        int found = Arrays.binarySearch(upTo, draw.share() * upTo[upTo.length - 1]);
        return things.get(Math.min(found < 0 ? -found - 1 : found + 1, things.size() - 1));
    }
}
