package io.legame.segments.web;

import io.legame.segments.AsOf;
import io.legame.segments.MemberExport;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who belongs to a segment: the next rows of the list, or all of them as a file. */
@Controller
@RequestMapping("/segments/{id}")
class SegmentMembersController {
    private final Segments segments;
    private final MembersPages pages;
    private final MemberExport export;
    private final AsOf.Days days;

    SegmentMembersController(Segments segments, MembersPages pages, MemberExport export, AsOf.Days days) {
        this.segments = segments;
        this.pages = pages;
        this.export = export;
        this.days = days;
    }

    @GetMapping("/members")
    @PreAuthorize("hasAuthority('segments:view')")
    SegmentMembers index(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long after) {
        Segment segment = segments.get(new SegmentId(id));
        return pages.page(segment, days.of(BuilderForm.day(asOf)).day(), after);
    }

    @GetMapping("/members.csv")
    @PreAuthorize("hasAuthority('segments:view') and hasAuthority('customers:export')")
    void show(
            @PathVariable long id, @RequestParam(required = false) @Nullable String asOf, HttpServletResponse response)
            throws IOException {
        Segment segment = segments.get(new SegmentId(id));
        try (var file = export.of(segment, days.of(BuilderForm.day(asOf)).day())) {
            response.setContentType("text/csv;charset=UTF-8");
            response.setContentLengthLong(file.bytes());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(
                                    segment.name().replaceAll("[^\\p{L}\\p{N} ._-]", "") + ".csv",
                                    StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            file.copyTo(response.getOutputStream());
        }
    }
}
