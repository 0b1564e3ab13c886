package io.legame.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much one record is like others, by what was learned before: for somebody who is just being written down. How
 * common a name is remains out of account, as a few records say nothing of it.
 */
public final class Likeness {
    private Likeness() {}

    /**
     * The others that may be the same, the surest first.
     *
     * @param one with an id that none of the others has
     */
    public static List<Pair> of(
            Knowledge knowledge, Subject one, Collection<Subject> others, double minimumProbability) {
        if (others.isEmpty()) {
            return List.of();
        }
        Records.Builder builder = Records.builder().add(one);
        others.forEach(builder::add);
        Records records = builder.build();
        var scores = new Scores(records, new Weights(knowledge), Frequencies.unknown(records));
        var comparison = new Comparison(records);
        int written = records.find(one.id());
        double minimum = Scores.weight(minimumProbability);
        return IntStream.range(0, records.size())
                .filter(other -> other != written)
                .mapToObj(other -> {
                    int first = Math.min(written, other);
                    int second = Math.max(written, other);
                    double weight = scores.weight(first, second, comparison.pattern(first, second));
                    return new Pair(records.id(first), records.id(second), weight, Scores.probability(weight));
                })
                .filter(pair -> pair.weight() >= minimum)
                .sorted(Comparator.comparingDouble(Pair::weight).reversed().thenComparingLong(Pair::first))
                .toList();
    }
}
