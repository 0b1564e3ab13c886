package io.legame.bench;

/** How long work takes, in seconds. */
final class Timing {
    private static final int TIMES = 7;

    private Timing() {}

    /** The shortest of several times. */
    static double best(Runnable question) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            best = Math.min(best, seconds(question));
        }
        return best;
    }

    static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
