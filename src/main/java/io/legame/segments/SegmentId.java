package io.legame.segments;

/** Identifies a segment for ever. */
public record SegmentId(long value) {}
