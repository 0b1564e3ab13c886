package io.legame.segments.web;

import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.segments.Segment;
import io.legame.segments.SegmentId;
import io.legame.segments.Segments;
import io.legame.segments.Sharing;
import io.legame.segments.Telling;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a segment is kept, and for whom. */
@Controller
class SegmentPlaceController {
    private final Segments segments;
    private final Telling telling;

    SegmentPlaceController(Segments segments, Telling telling) {
        this.segments = segments;
        this.telling = telling;
    }

    @PostMapping("/segments/{id}/place")
    @PreAuthorize("hasAuthority('segments:edit')")
    String update(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String sharing,
            @RequestParam(required = false) @Nullable String folder,
            RedirectAttributes redirect) {
        Segment segment = segments.arrange(new SegmentId(id), sharing(sharing), folder);
        redirect.addFlashAttribute(Shells.TOAST, telling.words().text("toast.saved", segment.name()));
        return "redirect:/segments/" + id;
    }

    static Sharing sharing(@Nullable String code) {
        return Arrays.stream(Sharing.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("segments.error.sharing"));
    }
}
