package io.legame.intake;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why rows were not taken, counted.
 *
 * @param key a text key
 * @param field null when it concerns the whole row
 * @param amount the money of those rows, as far as it could be read
 * @param examples the first three
 */
public record Reason(String key, @Nullable Field field, long rows, BigDecimal amount, List<Example> examples) {
    public record Example(long line, String value) {}
}
