package io.legame.matching;

/** Dates as one number: 19591231. */
final class BirthDates {
    private BirthDates() {}

    static Level level(int one, int other) {
        if (one == 0 || other == 0) {
            return Level.MISSING;
        }
        if (one == other) {
            return Level.EXACT;
        }
        if (sorted(one) == sorted(other) || isOneSlip(one, other)) {
            return Level.NEAR;
        }
        if (samePartsOf(one, other) == 2 || differentDigits(one, other) == 2) {
            return Level.CLOSE;
        }
        return isWithinAYear(one, other) ? Level.SAME_YEAR : Level.OTHER;
    }

    /** The same year, or less than a year apart, as when it was worked out from an age. */
    private static boolean isWithinAYear(int one, int other) {
        return year(one) == year(other) || Math.abs(one - other) < 10_000;
    }

    static int year(int date) {
        return date / 10_000;
    }

    /** The same for a date whose day and month were exchanged. */
    static int sorted(int date) {
        int month = date / 100 % 100;
        int day = date % 100;
        return year(date) * 10_000 + Math.min(month, day) * 100 + Math.max(month, day);
    }

    private static int samePartsOf(int one, int other) {
        return (year(one) == year(other) ? 1 : 0)
                + (one / 100 % 100 == other / 100 % 100 ? 1 : 0)
                + (one % 100 == other % 100 ? 1 : 0);
    }

    /** One digit is another one, or two neighbours are exchanged. */
    private static boolean isOneSlip(int one, int other) {
        int different = differentDigits(one, other);
        return different == 1 || (different == 2 && areExchanged(one, other));
    }

    private static int differentDigits(int one, int other) {
        int different = 0;
        for (int x = one, y = other; x != 0 || y != 0; x /= 10, y /= 10) {
            if (x % 10 != y % 10) {
                different++;
            }
        }
        return different;
    }

    private static boolean areExchanged(int one, int other) {
        for (int x = one, y = other; x != 0 && y != 0; x /= 10, y /= 10) {
            if (x % 10 != y % 10) {
                return x % 10 == y / 10 % 10 && x / 10 % 10 == y % 10;
            }
        }
        return false;
    }
}
