package io.legame.matching;

/** The blocks of two entries and more that one rule makes. */
final class Blocked {
    private final int[] members;
    private final int[] ends;
    private final long leftOut;

    /**
     * @param members the entries, those of one block behind each other
     * @param ends where each block ends among them
     * @param leftOut pairs of the blocks that were left out
     */
    Blocked(int[] members, int[] ends, long leftOut) {
        this.members = members;
        this.ends = ends;
        this.leftOut = leftOut;
    }

    int count() {
        return ends.length;
    }

    int from(int block) {
        return block == 0 ? 0 : ends[block - 1];
    }

    int to(int block) {
        return ends[block];
    }

    int member(int place) {
        return members[place];
    }

    long pairs(int block) {
        long size = (long) to(block) - from(block);
        return size * (size - 1) / 2;
    }

    long leftOut() {
        return leftOut;
    }
}
