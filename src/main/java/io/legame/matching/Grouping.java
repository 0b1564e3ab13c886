package io.legame.matching;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one rule: entries with the same key, each a record. A block that is too big is divided by the rule's next
 * part, and left out when there is none left; the pairs that are lost so are counted.
 */
final class Grouping {
    /** Of a million records: a block of this size has 435 pairs, and the time they cost grows with its square. */
    private static final int SMALL = 30;

    /** Of few records, where bigger blocks cost nothing and find more. */
    private static final int BIG = 300;

    private static final double MILLION = 1_000_000;

    private final Records records;
    private final List<BlockingRule.Part> splits;
    private final int[] owners;
    private final int[] keys;
    private final long[] entries;
    private final int largest;
    private int kept;
    private long leftOut;

    private Grouping(Records records, List<BlockingRule.Part> splits, int[] owners, int[] keys) {
        this.records = records;
        this.splits = splits;
        this.owners = owners;
        this.keys = keys;
        largest = (int) Math.clamp(SMALL * Math.sqrt(MILLION / Math.max(1, records.size())), SMALL, BIG);
        long[] found = new long[keys.length];
        int count = 0;
        for (int entry = 0; entry < keys.length; entry++) {
            if (keys[entry] != 0) {
                found[count++] = (long) keys[entry] << 32 | entry;
            }
        }
        entries = Arrays.copyOf(found, count);
    }

    /**
     * @param owners the record of each entry, or null when entry and record are the same
     * @param keys of each entry, 0 for none; written anew: 0 for who shares its block with nobody
     */
    static Blocked of(Records records, List<BlockingRule.Part> splits, int @Nullable [] owners, int[] keys) {
        var grouping = new Grouping(records, splits, owners == null ? new int[0] : owners, keys);
        Arrays.fill(keys, 0);
        grouping.divide(0, grouping.entries.length, 0);
        return grouping.blocked();
    }

    private void divide(int from, int to, int split) {
        Arrays.sort(entries, from, to);
        for (int start = from, end; start < to; start = end) {
            int key = (int) (entries[start] >>> 32);
            end = start + 1;
            while (end < to && (int) (entries[end] >>> 32) == key) {
                end++;
            }
            settle(start, end, key, split);
        }
    }

    private void settle(int start, int end, int key, int split) {
        int size = end - start;
        if (size == 1) {
            return;
        }
        if (size <= largest) {
            for (int i = start; i < end; i++) {
                keys[(int) entries[i]] = key;
            }
            kept += size;
            return;
        }
        if (split == splits.size()) {
            leftOut += (long) size * (size - 1) / 2;
            return;
        }
        for (int i = start; i < end; i++) {
            int entry = (int) entries[i];
            int owner = owners.length == 0 ? entry : owners[entry];
            entries[i] = (long) Hashing.join(key, splits.get(split).of(records, owner)) << 32 | entry;
        }
        divide(start, end, split + 1);
    }

    private Blocked blocked() {
        Arrays.sort(entries);
        int[] members = new int[kept];
        int[] ends = new int[kept / 2];
        int count = 0;
        int blocks = 0;
        int last = 0;
        for (long one : entries) {
            int entry = (int) one;
            if (keys[entry] != 0) {
                if (count > 0 && keys[entry] != last) {
                    ends[blocks++] = count;
                }
                last = keys[entry];
                members[count++] = entry;
            }
        }
        if (count > 0) {
            ends[blocks++] = count;
        }
        return new Blocked(members, Arrays.copyOf(ends, blocks), leftOut);
    }
}
