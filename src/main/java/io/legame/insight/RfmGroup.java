package io.legame.insight;

import java.util.Arrays;
import java.util.Locale;

/**
 * The usual names of customers by their scores of recency and frequency. Each of the twenty-five pairs of scores is in
 * exactly one.
 */
public enum RfmGroup {
    CHAMPIONS(5, 5, 4, 5),
    LOYAL(3, 4, 4, 5),
    POTENTIAL(4, 5, 2, 3),
    NEW(5, 5, 1, 1),
    PROMISING(4, 4, 1, 1),
    ATTENTION(3, 3, 3, 3),
    FADING(3, 3, 1, 2),
    CANNOT_LOSE(1, 2, 5, 5),
    AT_RISK(1, 2, 3, 4),
    HIBERNATING(1, 2, 1, 2);

    private final int recencyFrom;
    private final int recencyTo;
    private final int frequencyFrom;
    private final int frequencyTo;

    RfmGroup(int recencyFrom, int recencyTo, int frequencyFrom, int frequencyTo) {
        this.recencyFrom = recencyFrom;
        this.recencyTo = recencyTo;
        this.frequencyFrom = frequencyFrom;
        this.frequencyTo = frequencyTo;
    }

    public static RfmGroup of(int recency, int frequency) {
        return Arrays.stream(values())
                .filter(group -> group.holds(recency, frequency))
                .findFirst()
                .orElseThrow();
    }

    private boolean holds(int recency, int frequency) {
        return recency >= recencyFrom && recency <= recencyTo && frequency >= frequencyFrom && frequency <= frequencyTo;
    }

    /** Such as 5 or 1–2. */
    public String recency() {
        return range(recencyFrom, recencyTo);
    }

    public String frequency() {
        return range(frequencyFrom, frequencyTo);
    }

    private static String range(int from, int to) {
        return from == to ? Integer.toString(from) : from + "–" + to;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
