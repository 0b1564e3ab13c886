package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.Member;
import io.legame.segments.SegmentId;
import java.time.LocalDate;
import java.util.List;

/**
 * A page of a segment's members: rows of a table.
 *
 * @param more whether there are further ones
 * @param mayTakeOff whether whoever looks may take them off, because it is a list
 */
public record SegmentMembers(SegmentId segment, LocalDate asOf, List<Member> members, boolean more, boolean mayTakeOff)
        implements View {}
