package io.legame.segments.web;

import io.legame.platform.Viewer;
import io.legame.segments.Member;
import io.legame.segments.Members;
import io.legame.segments.Segment;
import io.legame.segments.Segments;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The members of a segment page by page. */
@Component
class MembersPages {
    private static final int PAGE = 50;

    private final Members members;
    private final Segments segments;

    MembersPages(Members members, Segments segments) {
        this.segments = segments;
        this.members = members;
    }

    SegmentMembers page(Segment segment, LocalDate asOf, @Nullable Long after) {
        List<Member> found = members.page(segment.filter(), asOf, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        boolean mayTakeOff = segment.isList()
                && segments.mayChange(segment)
                && Viewer.current().may("segments:edit")
                && Viewer.current().may("customers:view");
        return new SegmentMembers(segment.id(), asOf, more ? found.subList(0, PAGE) : found, more, mayTakeOff);
    }
}
