package io.legame.matching;

import java.util.List;

/**
 * Where the weight of a pair comes from; all weights are logarithms to the base 2 and add up to it.
 *
 * @param start what any two records of these begin with, far below 0
 * @param fields one for each field, a missing one with the weight 0
 * @param relatives what is taken off, 0 or less, as relatives living together, or colleagues, agree in the same fields
 */
public record Explanation(double weight, double probability, double start, List<FieldWeight> fields, double relatives) {
    /** What one field says. */
    public record FieldWeight(Field field, Level level, double weight) {}
}
