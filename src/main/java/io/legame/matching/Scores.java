package io.legame.matching;

/** The weight of a pair: that of the levels, corrected by how common the values are that both have. */
final class Scores {
    private static final double LN_2 = Math.log(2);
    private static final int GIVEN = Field.GIVEN_NAME.place();
    private static final int FAMILY = Field.FAMILY_NAME.place();
    private static final int COMPANY = Field.COMPANY.place();
    private static final int ADDRESS = Field.ADDRESS.place();
    private static final int TOWN = 1 + Field.ADDRESS.levels().indexOf(Level.TOWN);
    private static final int FIELDS = Field.values().length;
    private static final int EXACT = 1;

    private final Records records;
    private final Weights weights;
    private final Frequencies frequencies;

    Scores(Records records, Weights weights) {
        this(records, weights, records.frequencies());
    }

    Scores(Records records, Weights weights, Frequencies frequencies) {
        this.records = records;
        this.weights = weights;
        this.frequencies = frequencies;
    }

    static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    static double weight(double probability) {
        return log2(probability / (1 - probability));
    }

    double start() {
        return log2(weights.same());
    }

    double weight(int first, int second, long pattern) {
        double odds = weights.same();
        double relatives = (pattern & Weights.PERSON) == 0 ? 0 : weights.relatives();
        for (int field = 0; field < FIELDS; field++) {
            double ratio = ratio(field, first, second, pattern);
            odds *= ratio;
            relatives *= Weights.relativeRatio(field, ratio);
        }
        return log2(odds / (1 + relatives));
    }

    double[] fieldWeights(int first, int second, long pattern) {
        double[] result = new double[FIELDS];
        for (int field = 0; field < FIELDS; field++) {
            result[field] = log2(ratio(field, first, second, pattern));
        }
        return result;
    }

    private double ratio(int field, int first, int second, long pattern) {
        int level = Pattern.level(pattern, field);
        double ratio = weights.ratio(pattern, field);
        if (ratio <= 1) {
            return ratio;
        }
        if (field == GIVEN) {
            return adjusted(ratio, Column.GIVEN, field, level, first, second);
        }
        if (field == FAMILY) {
            return adjusted(ratio, Column.FAMILY, field, level, first, second);
        }
        if (field == COMPANY) {
            return adjusted(ratio, Column.COMPANY, field, level, first, second);
        }
        return field == ADDRESS && level == TOWN ? town(ratio, first, second) : ratio;
    }

    /** A rare value in common says more than its level, a common one less; one with a slip never more. */
    private double adjusted(double ratio, int column, int field, int level, int first, int second) {
        double average = weights.exact(field);
        double share = Math.max(
                frequencies.share(column, records.value(first, column), average),
                frequencies.share(column, records.value(second, column), average));
        double adjustment = average / share;
        return Math.max(1, ratio * (level == EXACT ? adjustment : Math.min(1, adjustment)));
    }

    /** Of the towns' shares, the average is not known: that of the level is taken. */
    private double town(double ratio, int first, int second) {
        double average = weights.townShare();
        double share = Math.max(
                frequencies.share(Column.TOWN, records.value(first, Column.TOWN), average),
                frequencies.share(Column.TOWN, records.value(second, Column.TOWN), average));
        return Math.max(1, ratio * average / share);
    }

    private static double log2(double value) {
        return Math.log(value) / LN_2;
    }
}
