package io.legame.matching;

/** Given, middle and family names, also when given and family name are exchanged. */
final class NameComparison {
    /** The bands of Jaro–Winkler that are usual for names: 0.92 and more is a slip, 0.8 alike. */
    static final double NEAR = 0.92;

    private static final double CLOSE = 0.8;

    /** With one edit a shorter name is another one: Ida, Ada. */
    private static final int SHORTEST_WITH_EDIT = 4;

    /** Slips are spread over so many spellings that hardly one comes five times, or once in a hundred. */
    private static final int USUAL = 5;

    private static final double USUAL_SHARE = 0.01;

    private final Records records;
    private final Dictionary names;
    private final Similarity similarity;

    NameComparison(Records records, Similarity similarity) {
        this.records = records;
        names = records.texts().names;
        this.similarity = similarity;
    }

    long pattern(int one, int other) {
        int given = records.value(one, Column.GIVEN);
        int family = records.value(one, Column.FAMILY);
        int otherGiven = records.value(other, Column.GIVEN);
        int otherFamily = records.value(other, Column.FAMILY);
        Level givenLevel = given(given, otherGiven);
        Level familyLevel = family(family, otherFamily);
        if (!agrees(givenLevel) && !agrees(familyLevel)) {
            boolean crossed = same(given, otherFamily);
            boolean crossedToo = same(family, otherGiven);
            boolean oneIsUnknown = crossed ? family == 0 || otherGiven == 0 : given == 0 || otherFamily == 0;
            if ((crossed && crossedToo) || ((crossed || crossedToo) && oneIsUnknown)) {
                givenLevel = Level.SWAPPED;
                familyLevel = crossed && crossedToo ? Level.SWAPPED : Level.MISSING;
            }
        }
        boolean person = given != 0 || family != 0 || otherGiven != 0 || otherFamily != 0;
        long pattern = Comparison.with(person ? Weights.PERSON : 0, Field.GIVEN_NAME, givenLevel);
        pattern = Comparison.with(pattern, Field.FAMILY_NAME, familyLevel);
        return Comparison.with(pattern, Field.MIDDLE_NAME, middle(one, other));
    }

    private static boolean agrees(Level level) {
        return level != Level.MISSING && level != Level.CLOSE && level != Level.OTHER;
    }

    private boolean same(int one, int other) {
        return other != 0 && one != 0 && (one == other || isSlip(one, other));
    }

    private Level given(int one, int other) {
        if (one == 0 || other == 0) {
            return Level.MISSING;
        }
        if (one == other) {
            return Level.EXACT;
        }
        if (records.texts().areNicknames(one, other)) {
            return Level.NICKNAME;
        }
        if (Words.isPart(names, one, other)) {
            return Level.PART;
        }
        return alike(one, other);
    }

    private Level family(int one, int other) {
        if (one == 0 || other == 0) {
            return Level.MISSING;
        }
        if (one == other) {
            return Level.EXACT;
        }
        return Words.isPart(names, one, other) ? Level.PART : alike(one, other);
    }

    private Level middle(int one, int other) {
        int first = records.value(one, Column.MIDDLE);
        int second = records.value(other, Column.MIDDLE);
        Level level = given(first, second);
        if (level == Level.NICKNAME) {
            return Level.NEAR;
        }
        return level == Level.CLOSE ? Level.OTHER : level;
    }

    private Level alike(int one, int other) {
        double likeness = similarity.jaroWinkler(names, one, other);
        if (likeness >= NEAR || isSlip(one, other)) {
            return areBothUsual(one, other) ? Level.CLOSE : Level.NEAR;
        }
        return likeness >= CLOSE || isTwoSlips(one, other) ? Level.CLOSE : Level.OTHER;
    }

    /** A slip is rare: Angelo and Angela, Rossi and Russo are met too often for one to be the other misspelt. */
    private boolean areBothUsual(int one, int other) {
        int rarer = Math.min(names.count(one), names.count(other));
        return rarer >= USUAL && rarer >= USUAL_SHARE * Math.max(names.count(one), names.count(other));
    }

    private boolean isTwoSlips(int one, int other) {
        return Math.min(names.length(one), names.length(other)) > SHORTEST_WITH_EDIT
                && similarity.edits(names, one, other, 2) <= 2;
    }

    private boolean isSlip(int one, int other) {
        return Math.max(names.length(one), names.length(other)) >= SHORTEST_WITH_EDIT
                && similarity.edits(names, one, other, 1) <= 1;
    }
}
