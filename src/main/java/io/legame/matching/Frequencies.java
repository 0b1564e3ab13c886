package io.legame.matching;

/**
 * How common a value is among the records that have one: who shares a rare family name is likelier to be the same than who
 * shares the commonest (Winkler 2000, Frequency-based matching in the Fellegi–Sunter model).
 */
final class Frequencies {
    /** As if so many records had been seen before, with values as common as on average. */
    private static final double PRIOR_RECORDS = 100;

    private final int[][] counts;
    private final int[] totals;

    private Frequencies(int[][] counts, int[] totals) {
        this.counts = counts;
        this.totals = totals;
    }

    /** Each value is as common as on average. */
    static Frequencies unknown(Records records) {
        return new Frequencies(nothing(records), new int[Column.COUNT]);
    }

    private static int[][] nothing(Records records) {
        var texts = records.texts();
        int[][] counts = new int[Column.COUNT][0];
        counts[Column.GIVEN] = new int[texts.names.size() + 1];
        counts[Column.FAMILY] = new int[texts.names.size() + 1];
        counts[Column.COMPANY] = new int[texts.companies.size() + 1];
        counts[Column.TOWN] = new int[texts.places.size() + 1];
        return counts;
    }

    static Frequencies of(Records records) {
        int[][] counts = nothing(records);
        int[] totals = new int[Column.COUNT];
        for (int record = 0; record < records.size(); record++) {
            for (int column = 0; column < Column.COUNT; column++) {
                int value = records.value(record, column);
                if (value != 0 && counts[column].length > 0) {
                    counts[column][value]++;
                    totals[column]++;
                }
            }
        }
        return new Frequencies(counts, totals);
    }

    /**
     * How likely a stranger has the value too: without the pair at hand, and near the average while little was seen.
     *
     * @param average of two strangers' chance to agree in the field
     */
    double share(int column, int value, double average) {
        double others = Math.max(0, counts[column][value] - 2);
        return (others + PRIOR_RECORDS * average) / (totals[column] + PRIOR_RECORDS);
    }
}
