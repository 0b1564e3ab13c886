package io.legame.segments.web;

import io.legame.platform.Shells;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Telling;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SegmentDuplicateController {
    private final Segments segments;
    private final Telling telling;

    SegmentDuplicateController(Segments segments, Telling telling) {
        this.segments = segments;
        this.telling = telling;
    }

    @PostMapping("/segments/{id}/duplicate")
    @PreAuthorize("hasAuthority('segments:edit')")
    String create(@PathVariable long id, RedirectAttributes redirect) {
        Segment segment = segments.get(new SegmentId(id));
        String name = telling.words().text("copyOf", segment.beginning());
        Segment copy = segments.create(name, segment.description(), segment.filter());
        redirect.addFlashAttribute(Shells.TOAST, telling.words().text("toast.duplicated", copy.name()));
        return "redirect:/segments/" + copy.id().value() + "/edit";
    }
}
