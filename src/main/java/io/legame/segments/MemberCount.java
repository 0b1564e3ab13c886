package io.legame.segments;

import io.legame.insight.ChangedCustomers;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Up to where the members of a segment are known.
 *
 * @param definition what the segment asked for then
 * @param asOf the day of the members
 * @param mark the state of the warehouse that they were told from
 */
public record MemberCount(
        String definition, LocalDate asOf, ChangedCustomers.Mark mark, long size, Instant countedAt) {}
