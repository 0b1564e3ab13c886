package io.legame.insight.web;

import io.legame.insight.Rfm;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@PreAuthorize("hasAuthority('insight:view')")
class RfmController {
    private final Rfm rfm;

    RfmController(Rfm rfm) {
        this.rfm = rfm;
    }

    @GetMapping("/insight/rfm")
    RfmPage index() {
        return new RfmPage(rfm.overview().orElse(null));
    }
}
