package io.legame.matching;

/** The levels of all fields of a pair in one number: four bits a field, 0 for a missing value, 1 for the first level. */
final class Pattern {
    private static final int BITS = 4;
    private static final Field[] FIELDS = Field.values();

    private Pattern() {}

    static int level(long pattern, int field) {
        return (int) (pattern >>> (field * BITS)) & 15;
    }

    static long with(long pattern, Field field, int level) {
        return pattern | (long) level << (field.place() * BITS);
    }

    static Level levelOf(long pattern, Field field) {
        int level = level(pattern, field.place());
        return level == 0 ? Level.MISSING : field.priors().get(level - 1).level();
    }

    static int fields() {
        return FIELDS.length;
    }
}
