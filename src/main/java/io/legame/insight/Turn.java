package io.legame.insight;

/**
 * Which question of a screen this is. A later one takes the place of the earlier, however late that one arrives: a
 * browser gives it up, but it may still be on its way.
 *
 * @param screen whose question, unlike any other's
 * @param number grows from question to question
 */
public record Turn(String screen, long number) {}
