package io.legame.segments;

import java.util.Arrays;

/**
 * What makes one set of customers of another.
 *
 * @param entered ids, ascending
 * @param gone ids, ascending
 */
record MemberDelta(long[] entered, long[] gone) {
    /** @param before and {@code now} ids, ascending */
    static MemberDelta between(long[] before, long[] now) {
        long[] entered = new long[now.length];
        long[] gone = new long[before.length];
        int came = 0;
        int went = 0;
        int i = 0;
        int j = 0;
        while (i < before.length || j < now.length) {
            if (j == now.length || (i < before.length && before[i] < now[j])) {
                gone[went++] = before[i++];
            } else if (i == before.length || now[j] < before[i]) {
                entered[came++] = now[j++];
            } else {
                i++;
                j++;
            }
        }
        return new MemberDelta(Arrays.copyOf(entered, came), Arrays.copyOf(gone, went));
    }

    boolean isNothing() {
        return entered.length == 0 && gone.length == 0;
    }

    long growth() {
        return (long) entered.length - gone.length;
    }
}
