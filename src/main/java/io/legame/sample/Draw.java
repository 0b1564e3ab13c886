package io.legame.sample;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Chance that always falls the same way. {@link Random} because its numbers are promised for ever, {@link StrictMath}
 * because it rounds alike on every machine.
 */
final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final RandomGenerator random;

    /** Each pair of subject and purpose has its own chance, so that one changes nothing for another. */
    Draw(String purpose, long subject) {
        this.random = new Random(mix(mix(purpose.hashCode()) + GOLDEN * subject));
    }

    /** Neighbouring seeds of {@link Random} begin alike; this (the finish of SplitMix64) sets them far apart. */
    private static long mix(long seed) {
        long z = seed + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    double share() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 to the bound, which is never reached. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends may come. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    double gaussian() {
        return random.nextGaussian();
    }

    /** Marsaglia and Tsang (2000), "A simple method for generating gamma variables". */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && StrictMath.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    double beta(double a, double b) {
        double x = gamma(a);
        return x / (x + gamma(b));
    }
}
