package io.legame.matching;

import java.util.Arrays;

/** How often each {@link Pattern} was met. */
final class PatternCounts {
    /** No pattern has all bits. */
    private static final long FREE = -1;

    private long[] patterns = filled(1 << 10);
    private long[] counts = new long[1 << 10];
    private int size;

    private static long[] filled(int length) {
        long[] free = new long[length];
        Arrays.fill(free, FREE);
        return free;
    }

    void add(long pattern, long count) {
        int slot = slot(pattern);
        if (patterns[slot] == FREE) {
            if (size * 2 >= patterns.length) {
                grow();
                slot = slot(pattern);
            }
            patterns[slot] = pattern;
            size++;
        }
        counts[slot] += count;
    }

    void addAll(PatternCounts others) {
        for (int i = 0; i < others.patterns.length; i++) {
            if (others.patterns[i] != FREE) {
                add(others.patterns[i], others.counts[i]);
            }
        }
    }

    private int slot(long pattern) {
        int slot = (int) Hashing.mix(pattern) & (patterns.length - 1);
        while (patterns[slot] != FREE && patterns[slot] != pattern) {
            slot = (slot + 1) & (patterns.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = patterns;
        long[] oldCounts = counts;
        patterns = filled(old.length * 2);
        counts = new long[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != FREE) {
                int slot = slot(old[i]);
                patterns[slot] = old[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** The patterns in ascending order, so that sums over them are always the same. */
    long[] patterns() {
        return Arrays.stream(patterns).filter(one -> one != FREE).sorted().toArray();
    }

    long count(long pattern) {
        return counts[slot(pattern)];
    }
}
