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

/** Undoes a deletion. */
@Controller
class SegmentRestoreController {
    private final Segments segments;
    private final Telling telling;

    SegmentRestoreController(Segments segments, Telling telling) {
        this.segments = segments;
        this.telling = telling;
    }

    @PostMapping("/segments/{id}/restore")
    @PreAuthorize("hasAuthority('segments:edit')")
    String create(@PathVariable long id, RedirectAttributes redirect) {
        Segment segment = segments.restore(new SegmentId(id));
        redirect.addFlashAttribute(Shells.TOAST, telling.words().text("toast.restored", segment.name()));
        return "redirect:/segments/" + id;
    }
}
