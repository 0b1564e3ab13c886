package io.legame.matching;

/** Numbers spread evenly, the same on every run: the finishers of MurmurHash3 (Appleby) and SplitMix64 (Steele 2014). */
final class Hashing {
    private Hashing() {}

    static int mix(int value) {
        int mixed = (value ^ (value >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** A key of both, never 0. */
    static int join(int first, int second) {
        int joined = mix(first * 31 + mix(second + 0x9e3779b9));
        return joined == 0 ? 1 : joined;
    }
}
