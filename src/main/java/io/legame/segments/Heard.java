package io.legame.segments;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Piece} found at a place of a sentence.
 *
 * @param end where it ends
 * @param value what it means
 * @param told how Legame says it, as an argument of a text: a text or a number
 * @param number that decides about plurals around it
 */
record Heard<T>(int end, T value, Object told, @Nullable BigDecimal number) {
    static <T> Heard<T> of(int end, T value, Object told) {
        return new Heard<>(end, value, told, null);
    }

    <R> Heard<R> map(Function<T, R> change) {
        return new Heard<>(end, change.apply(value), told, number);
    }
}
