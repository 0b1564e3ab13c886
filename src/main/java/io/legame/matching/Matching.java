package io.legame.matching;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds out how records that are the same look, from the records alone (Fellegi and Sunter 1969, A theory for record
 * linkage). The same records teach the same, whatever order they came in.
 */
public final class Matching {
    private static final long MOST_RANDOM_PAIRS = 1_000_000;
    private static final long MOST_CANDIDATES = 3_000_000;
    private static final int RANDOM_PIECES = 64;

    private Matching() {}

    /** @param seed of the random pairs */
    public static Model learn(Records records, long seed) {
        var blocks = new Blocks(records);
        List<Blocks.Piece> pieces = blocks.pieces();
        long candidates =
                pieces.parallelStream().mapToLong(piece -> count(blocks, piece)).sum();
        double share = Math.min(1, (double) MOST_CANDIDATES / Math.max(1, candidates));
        PatternCounts counts = pieces.parallelStream()
                .map(piece -> sample(records, blocks, piece, share, seed))
                .collect(PatternCounts::new, PatternCounts::addAll, PatternCounts::addAll);
        Weights weights = new Estimation(counts, 1 / share, random(records, seed), records.size()).learn();
        return new Model(records, blocks, weights, candidates);
    }

    private static long count(Blocks blocks, Blocks.Piece piece) {
        long[] count = {0};
        blocks.visit(piece, (first, second) -> count[0]++);
        return count[0];
    }

    private static PatternCounts sample(Records records, Blocks blocks, Blocks.Piece piece, double share, long seed) {
        var comparison = new Comparison(records);
        var counts = new PatternCounts();
        blocks.visit(piece, (first, second) -> {
            long random = Hashing.mix(seed ^ Hashing.mix((long) first << 32 | second));
            if ((random >>> 11) * 0x1p-53 < share) {
                counts.add(comparison.pattern(first, second), 1);
            }
        });
        return counts;
    }

    /** Random pairs, or all pairs when they are no more. */
    private static PatternCounts random(Records records, long seed) {
        long size = records.size();
        long all = size * (size - 1) / 2;
        return IntStream.range(0, RANDOM_PIECES)
                .parallel()
                .mapToObj(piece -> all <= MOST_RANDOM_PAIRS
                        ? everyPair(records, piece)
                        : randomPairs(records, Hashing.mix(seed + piece)))
                .collect(PatternCounts::new, PatternCounts::addAll, PatternCounts::addAll);
    }

    private static PatternCounts everyPair(Records records, int piece) {
        var comparison = new Comparison(records);
        var counts = new PatternCounts();
        for (int first = piece; first < records.size(); first += RANDOM_PIECES) {
            for (int second = first + 1; second < records.size(); second++) {
                counts.add(comparison.pattern(first, second), 1);
            }
        }
        return counts;
    }

    private static PatternCounts randomPairs(Records records, long seed) {
        var comparison = new Comparison(records);
        var counts = new PatternCounts();
        long state = seed;
        for (long i = 0; i < MOST_RANDOM_PAIRS / RANDOM_PIECES; i++) {
            state += 0x9e3779b97f4a7c15L;
            int first = place(Hashing.mix(state), records.size());
            state += 0x9e3779b97f4a7c15L;
            int second = place(Hashing.mix(state), records.size());
            if (first != second) {
                counts.add(comparison.pattern(first, second), 1);
            }
        }
        return counts;
    }

    private static int place(long random, int size) {
        return (int) (((random >>> 32) * size) >>> 32);
    }
}
