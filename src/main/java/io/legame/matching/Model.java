package io.legame.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What some records taught, applied to them. May be used by several threads. */
public final class Model {
    /** From here on two records are proposed as the same; one value for all data. */
    public static final double DEFAULT_PROBABILITY = 0.7;

    /** Pieces of work whose pairs are held at a time. */
    private static final int WINDOW = 64;

    private final Records records;
    private final Blocks blocks;
    private final Scores scores;
    private final Weights weights;
    private final long candidates;

    Model(Records records, Blocks blocks, Weights weights, long candidates) {
        this.records = records;
        this.blocks = blocks;
        this.candidates = candidates;
        this.weights = weights;
        scores = new Scores(records, weights);
    }

    /** What the records taught, to be applied to others. */
    public Knowledge knowledge() {
        return weights.knowledge();
    }

    /** How many pairs are compared. */
    public long candidates() {
        return candidates;
    }

    /** Pairs in blocks too big to be compared; many of them are compared for another reason. */
    public long leftOut() {
        return blocks.leftOut();
    }

    /** Hands over, always in the same order, the pairs that are the same with this probability or a greater one. */
    public void pairs(double minimumProbability, Consumer<Pair> sink) {
        double minimum = Scores.weight(minimumProbability);
        List<Blocks.Piece> pieces = blocks.pieces();
        for (int from = 0; from < pieces.size(); from += WINDOW) {
            pieces.subList(from, Math.min(pieces.size(), from + WINDOW)).parallelStream()
                    .map(piece -> pairs(piece, minimum))
                    .toList()
                    .forEach(found -> found.forEach(sink));
        }
    }

    private List<Pair> pairs(Blocks.Piece piece, double minimum) {
        var found = new ArrayList<Pair>();
        var comparison = new Comparison(records);
        blocks.visit(piece, (first, second) -> {
            double weight = scores.weight(first, second, comparison.pattern(first, second));
            if (weight >= minimum) {
                found.add(new Pair(records.id(first), records.id(second), weight, Scores.probability(weight)));
            }
        });
        return found;
    }

    /**
     * Why two records are taken to be the same or not, whether or not they were candidates.
     *
     * @throws IllegalArgumentException when there is no record of an id
     */
    public Explanation explain(long one, long other) {
        int first = Math.min(place(one), place(other));
        int second = Math.max(place(one), place(other));
        long pattern = new Comparison(records).pattern(first, second);
        double[] weights = scores.fieldWeights(first, second, pattern);
        double weight = scores.weight(first, second, pattern);
        var fields = new ArrayList<Explanation.FieldWeight>();
        for (Field field : Field.values()) {
            fields.add(new Explanation.FieldWeight(field, Pattern.levelOf(pattern, field), weights[field.place()]));
        }
        double start = scores.start();
        double relatives = (pattern & Weights.PERSON) == 0
                ? 0
                : Math.min(0, weight - start - Arrays.stream(weights).sum());
        return new Explanation(weight, Scores.probability(weight), start, List.copyOf(fields), relatives);
    }

    private int place(long id) {
        int place = records.find(id);
        if (place < 0) {
            throw new IllegalArgumentException("no record with the id " + id);
        }
        return place;
    }
}
