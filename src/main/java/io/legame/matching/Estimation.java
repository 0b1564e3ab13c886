package io.legame.matching;

/**
 * Learns the weights without examples: expectation–maximisation (Dempster, Laird, Rubin 1977; for record linkage Jaro
 * 1989, Winkler 1988) of a mixture of the same, relatives and strangers. The pairs of the blocks stand for all pairs: who
 * is in no block is taken for a stranger. What strangers have in common is learned from random pairs, less the share of
 * them that are the same.
 */
final class Estimation {
    private static final Field[] FIELDS = Field.values();

    /** What is known beforehand counts like so many pairs of the same, and of strangers. */
    private static final double PRIOR_SAME = 50;

    private static final double PRIOR_STRANGERS = 10_000;

    /** As if of a hundred records one was known to be twice, and one to have a relative. */
    private static final double PRIOR_SHARE = 0.01;

    private static final int MOST_ROUNDS = 60;
    private static final double SETTLED = 1e-4;

    private final long[] candidates;
    private final double[] candidateCounts;
    private final long[] random;
    private final double[] randomCounts;
    private final double records;
    private final double allPairs;

    private final double[][] m = new double[FIELDS.length][];
    private final double[][] u = new double[FIELDS.length][];
    private double same;
    private double relatives;

    /** @param scale how many pairs of the blocks each counted one stands for */
    Estimation(PatternCounts candidateCounts, double scale, PatternCounts randomCounts, int records) {
        candidates = candidateCounts.patterns();
        this.candidateCounts = counts(candidateCounts, candidates, scale);
        random = randomCounts.patterns();
        this.randomCounts = counts(randomCounts, random, 1);
        this.records = records;
        allPairs = Math.max(1, (double) records * (records - 1) / 2);
        for (int field = 0; field < FIELDS.length; field++) {
            m[field] =
                    FIELDS[field].priors().stream().mapToDouble(Field.Prior::m).toArray();
            u[field] =
                    FIELDS[field].priors().stream().mapToDouble(Field.Prior::u).toArray();
        }
        same = PRIOR_SHARE * records / (allPairs + records);
        relatives = same;
    }

    /** What is known before anything was seen. */
    static Weights usual(long records) {
        var estimation =
                new Estimation(new PatternCounts(), 1, new PatternCounts(), (int) Math.min(Integer.MAX_VALUE, records));
        return new Weights(estimation.m, estimation.u, estimation.same, estimation.relatives);
    }

    private static double[] counts(PatternCounts counts, long[] patterns, double scale) {
        double[] result = new double[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            result[i] = counts.count(patterns[i]) * scale;
        }
        return result;
    }

    Weights learn() {
        Weights weights = new Weights(m, u, same, relatives);
        strangers(weights);
        weights = new Weights(m, u, same, relatives);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double before = same;
            matches(weights);
            strangers(weights);
            weights = new Weights(m, u, same, relatives);
            if (round > 5 && Math.abs(same - before) < SETTLED * before) {
                break;
            }
        }
        return weights;
    }

    /** What the same have in common, and how many there are. */
    private void matches(Weights weights) {
        double[][] sums = new double[FIELDS.length][];
        for (int field = 0; field < FIELDS.length; field++) {
            sums[field] = prior(field, PRIOR_SAME, true);
        }
        double sumSame = 0;
        double sumRelatives = 0;
        for (int i = 0; i < candidates.length; i++) {
            double odds = weights.odds(candidates[i]);
            double relativeOdds = weights.relativeOdds(candidates[i]);
            double share = candidateCounts[i] * odds / (1 + odds + relativeOdds);
            sumSame += share;
            sumRelatives += candidateCounts[i] * relativeOdds / (1 + odds + relativeOdds);
            add(sums, candidates[i], share);
        }
        for (int field = 0; field < FIELDS.length; field++) {
            m[field] = limited(normal(sums[field]), FIELDS[field].mostDifferent());
        }
        same = (sumSame + PRIOR_SHARE * records) / (allPairs + records);
        relatives = (sumRelatives + PRIOR_SHARE * records) / (allPairs + records);
    }

    private void strangers(Weights weights) {
        double[][] sums = new double[FIELDS.length][];
        for (int field = 0; field < FIELDS.length; field++) {
            sums[field] = prior(field, PRIOR_STRANGERS, false);
        }
        for (int i = 0; i < random.length; i++) {
            add(sums, random[i], randomCounts[i] / (1 + weights.odds(random[i]) + weights.relativeOdds(random[i])));
        }
        for (int field = 0; field < FIELDS.length; field++) {
            u[field] = normal(sums[field]);
        }
    }

    private static double[] prior(int field, double pairs, boolean same) {
        return FIELDS[field].priors().stream()
                .mapToDouble(prior -> pairs * (same ? prior.m() : prior.u()))
                .toArray();
    }

    private static void add(double[][] sums, long pattern, double count) {
        for (int field = 0; field < FIELDS.length; field++) {
            int level = Pattern.level(pattern, field);
            if (level > 0) {
                sums[field][level - 1] += count;
            }
        }
    }

    private static double[] normal(double[] sums) {
        double total = 0;
        for (double one : sums) {
            total += one;
        }
        double[] shares = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            shares[i] = sums[i] / total;
        }
        return shares;
    }

    /** No more than the limit for the last level, which is no agreement at all. */
    private static double[] limited(double[] shares, double limit) {
        int last = shares.length - 1;
        if (shares[last] > limit) {
            double stretch = (1 - limit) / (1 - shares[last]);
            for (int i = 0; i < last; i++) {
                shares[i] *= stretch;
            }
            shares[last] = limit;
        }
        return shares;
    }
}
