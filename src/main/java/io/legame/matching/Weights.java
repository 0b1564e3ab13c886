package io.legame.matching;

/**
 * What was learned: for each level of each field how much likelier it is met by two records of the same subject than by
 * two strangers, and how likely two records are of the same subject, or of relatives, to begin with.
 */
final class Weights {
    private static final Field[] FIELDS = Field.values();

    /** The bit of a pattern that says that one of both is a person: companies have no relatives. */
    static final long PERSON = 1L << 60;

    private final double[][] ratios = new double[FIELDS.length][];
    private final double[] exact = new double[FIELDS.length];
    private final double townShare;
    private final double same;
    private final double relatives;

    /**
     * @param m chances of the levels among the same, by field and level from 0
     * @param u the same among strangers
     * @param same odds that two records are of the same subject
     * @param relatives odds that they are of relatives, or colleagues
     */
    Weights(double[][] m, double[][] u, double same, double relatives) {
        for (int field = 0; field < FIELDS.length; field++) {
            ratios[field] = Monotone.ratios(m[field], u[field]);
            exact[field] = u[field][0];
        }
        townShare = u[Field.ADDRESS.place()][Field.ADDRESS.levels().indexOf(Level.TOWN)];
        this.same = same;
        this.relatives = relatives;
    }

    Weights(Knowledge knowledge) {
        for (Field field : FIELDS) {
            ratios[field.place()] = knowledge.ratios(field);
            exact[field.place()] = knowledge.exact(field);
        }
        townShare = knowledge.townShare();
        same = knowledge.same();
        relatives = knowledge.relatives();
    }

    Knowledge knowledge() {
        return Knowledge.of(ratios, exact, townShare, same, relatives);
    }

    double same() {
        return same;
    }

    double relatives() {
        return relatives;
    }

    /** How often two strangers agree fully. */
    double exact(int field) {
        return exact[field];
    }

    /** How often two strangers live in one town and nothing nearer is known. */
    double townShare() {
        return townShare;
    }

    /** m/u of the pattern's level, 1 for a missing value; never smaller for more agreement. */
    double ratio(long pattern, int field) {
        return ratios[field][Pattern.level(pattern, field)];
    }

    /** How much likelier the pair is the same than not, before relatives are thought of. */
    double odds(long pattern) {
        double odds = same;
        for (int field = 0; field < FIELDS.length; field++) {
            odds *= ratio(pattern, field);
        }
        return odds;
    }

    /** How much likelier the pair is one of relatives than of strangers. */
    double relativeOdds(long pattern) {
        if ((pattern & PERSON) == 0) {
            return 0;
        }
        double odds = relatives;
        for (int field = 0; field < FIELDS.length; field++) {
            odds *= relativeRatio(field, ratio(pattern, field));
        }
        return odds;
    }

    /** Relatives agree in what they share as one person with himself, and else as strangers. */
    static double relativeRatio(int field, double ratio) {
        double shared = FIELDS[field].sharedByRelatives();
        return shared * ratio + 1 - shared;
    }
}
