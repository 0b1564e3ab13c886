package io.legame.insight;

/**
 * Somebody who was let go and became part of another customer since.
 *
 * @param merge by which they did
 */
public record DismissedPart(long merge, Dismissal dismissal) {}
