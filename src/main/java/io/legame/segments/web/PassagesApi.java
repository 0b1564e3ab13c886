package io.legame.segments.web;

import io.legame.platform.Refusal;
import io.legame.segments.PassageFeed;
import io.legame.segments.Passages;
import io.legame.segments.SegmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/segments/passages")
@Tag(name = "Segments")
class PassagesApi {
    private static final int LARGEST_PAGE = 10_000;

    private final Passages passages;

    PassagesApi(Passages passages) {
        this.passages = passages;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('segments:view') and hasAuthority('customers:view')")
    @Operation(
            summary = "Who came to the segments and who went, in the order in which it became known",
            description = "Keep \"next\" and ask again with it: no passage is missed and none comes twice. Passages are"
                    + " kept for 400 days.")
    PassageFeed index(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Long segment,
            @RequestParam(defaultValue = "1000") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refusal.of("segments.error.passages", LARGEST_PAGE);
        }
        return PassageFeed.of(passages.after(after, segment == null ? null : new SegmentId(segment), limit), after);
    }
}
