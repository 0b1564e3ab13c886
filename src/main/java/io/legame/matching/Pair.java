package io.legame.matching;

/**
 * Two records that may be the same.
 *
 * @param first the id of one, the smaller one
 * @param weight the logarithm to the base 2 of the odds that they are the same
 * @param probability that they are the same, 0 to 1
 */
public record Pair(long first, long second, double weight, double probability) {}
