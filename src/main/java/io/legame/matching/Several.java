package io.legame.matching;

import java.util.Arrays;

/** For each record none, one or several numbers, one behind the other in one array. */
final class Several {
    private final int[] ends;
    private final long[] values;

    Several(int[] ends, long[] values) {
        this.ends = ends;
        this.values = values;
    }

    int from(int record) {
        return record == 0 ? 0 : ends[record - 1];
    }

    int to(int record) {
        return ends[record];
    }

    long value(int place) {
        return values[place];
    }

    int count() {
        return values.length;
    }

    boolean isMissing(int record) {
        return from(record) == to(record);
    }

    /** The same with the records in another order. */
    Several ordered(int[] order) {
        int[] newEnds = new int[order.length];
        long[] newValues = new long[values.length];
        int end = 0;
        for (int i = 0; i < order.length; i++) {
            int length = to(order[i]) - from(order[i]);
            System.arraycopy(values, from(order[i]), newValues, end, length);
            end += length;
            newEnds[i] = end;
        }
        return new Several(newEnds, newValues);
    }

    /** While it grows. */
    static final class Growing {
        private int[] ends = new int[16];
        private long[] values = new long[16];
        private int records;
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = value;
        }

        /** What was added since the last call belongs to the next record. */
        void endRecord() {
            if (records == ends.length) {
                ends = Arrays.copyOf(ends, records + (records >> 1));
            }
            ends[records++] = size;
        }

        Several grown() {
            return new Several(Arrays.copyOf(ends, records), Arrays.copyOf(values, size));
        }
    }
}
