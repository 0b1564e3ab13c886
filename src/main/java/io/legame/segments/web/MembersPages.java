package io.legame.segments.web;

import io.legame.segments.Member;
import io.legame.segments.Members;
import io.legame.segments.Segment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The members of a segment page by page. */
@Component
class MembersPages {
    private static final int PAGE = 50;

    private final Members members;

    MembersPages(Members members) {
        this.members = members;
    }

    SegmentMembers page(Segment segment, LocalDate asOf, @Nullable Long after) {
        List<Member> found = members.page(segment.filter(), asOf, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        return new SegmentMembers(segment.id(), asOf, more ? found.subList(0, PAGE) : found, more);
    }
}
