package io.legame.customers.web;

import io.legame.customers.DataQuality;
import io.legame.platform.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Counting the quality of the data anew. */
@Controller
@PreAuthorize("hasAuthority('customers:quality')")
class QualityCountController {
    private final DataQuality quality;

    QualityCountController(DataQuality quality) {
        this.quality = quality;
    }

    @PostMapping("/customers/quality/count")
    String create(@RequestParam(required = false) @Nullable String source) {
        quality.count();
        return "redirect:" + Address.of("/customers/quality").with("source", source);
    }
}
