package io.legame.insight;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which question of a screen this is. A later one takes the place of the earlier, however late that one arrives: a
 * browser gives it up, but it may still be on its way.
 *
 * @param screen whose question, unlike any other's
 * @param number grows from question to question
 */
public record Turn(String screen, long number) {
    private static final ScopedValue<Turn> CURRENT = ScopedValue.newInstance();

    /** A name that no other screen has. */
    public static String newScreen() {
        return Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, Character.MAX_RADIX);
    }

    /** Does work that asks the warehouse, maybe through other modules' doors, in this turn. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    static @Nullable Turn current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }
}
