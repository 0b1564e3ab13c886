package io.legame.segments;

/** Who is drawn, reckoned by hand: these numbers stay, or everybody's draws would be of others. */
final class Draws {
    private static final long PRIME = 2_147_483_647;

    private Draws() {}

    static boolean holds(SampleCondition sample, long customer) {
        long offset = (sample.draw() + 1L) * 1_640_531_527 % PRIME;
        long once = (customer % PRIME * 1_103_515_245 + offset) % PRIME;
        long squared = (once * once + 805_459_861) % PRIME;
        long twice = (squared * squared + offset) % PRIME;
        return twice * 1_103_515_245 % PRIME < PRIME * sample.percent() / 100;
    }
}
