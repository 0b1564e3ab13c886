package io.legame.sample.web;

import io.legame.sample.SampleShop;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The end of the sample shop, be it whole or half made. */
@Controller
class SampleRemovalController {
    private final SampleShop shop;

    SampleRemovalController(SampleShop shop) {
        this.shop = shop;
    }

    @PostMapping("/sample/remove")
    @PreAuthorize("hasAuthority('intake:run')")
    String create() {
        shop.remove();
        return "redirect:/sample";
    }
}
