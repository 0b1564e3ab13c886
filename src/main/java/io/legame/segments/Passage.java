package io.legame.segments;

import io.legame.customers.CustomerId;
import java.time.Instant;

/**
 * A customer came to a segment, or went.
 *
 * @param id grows with each passage, in the order in which they can be read
 * @param entered whether the customer came
 */
public record Passage(long id, SegmentId segment, CustomerId customer, boolean entered, Instant at, Cause cause) {}
