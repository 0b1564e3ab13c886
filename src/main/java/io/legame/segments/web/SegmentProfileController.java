package io.legame.segments.web;

import io.legame.platform.Latest;
import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Drafting;
import io.legame.segments.Profiles;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a group is like: loaded after the page that shows it. */
@Controller
class SegmentProfileController {
    private final Segments segments;
    private final Profiles profiles;
    private final Drafting drafting;
    private final AsOf.Days days;

    SegmentProfileController(Segments segments, Profiles profiles, Drafting drafting, AsOf.Days days) {
        this.segments = segments;
        this.profiles = profiles;
        this.drafting = drafting;
        this.days = days;
    }

    @GetMapping("/segments/{id}/profile")
    @PreAuthorize("hasAuthority('segments:view')")
    SegmentProfile show(@PathVariable long id, @RequestParam(required = false) @Nullable String asOf) {
        var filter = segments.get(new SegmentId(id)).filter();
        return new SegmentProfile(
                profiles.of(filter, days.of(BuilderForm.day(asOf)).day()));
    }

    /** Of the filter that is being built. */
    @PostMapping("/segments/builder/profile")
    @PreAuthorize("hasAuthority('segments:edit')")
    @Nullable
    View preview(@RequestParam MultiValueMap<String, String> form, HttpServletResponse response) {
        BuilderForm read = BuilderForm.read(form);
        return Latest.of(
                response,
                () -> new SegmentProfile(profiles.preview(
                        read.turnOf(),
                        drafting.filter(read.draft()),
                        days.of(read.asOf()).day())));
    }
}
