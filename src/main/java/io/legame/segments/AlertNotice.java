package io.legame.segments;

import java.time.Instant;

/**
 * An alert was due.
 *
 * @param before the size that it was compared with
 * @param size the size that the segment had then
 */
public record AlertNotice(long id, Alert alert, String segment, long before, long size, Instant at) {}
