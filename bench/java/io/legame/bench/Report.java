package io.legame.bench;

import java.util.Locale;

/** Lines of the table that the benchmarks print. */
final class Report {
    private Report() {}

    static void row(String what, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-46s %14.2f %s%n", what, value, unit);
    }

    /** A ratio that should be at least the goal. */
    static void ratio(String what, double ratio, double goal) {
        System.out.printf(
                Locale.ROOT,
                "%-46s %14.2f goal at least %.2f: %s%n",
                what,
                ratio,
                goal,
                ratio >= goal ? "met" : "MISSED");
    }

    /** A ratio that should be at most the goal. */
    static void atMost(String what, double ratio, double goal) {
        System.out.printf(
                Locale.ROOT,
                "%-46s %14.2f goal at most %.2f: %s%n",
                what,
                ratio,
                goal,
                ratio <= goal ? "met" : "MISSED");
    }
}
