package io.legame.sample.web;

import io.legame.sample.SampleShop;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SampleProgressController {
    private final SampleShop shop;

    SampleProgressController(SampleShop shop) {
        this.shop = shop;
    }

    @GetMapping("/sample/progress")
    @PreAuthorize("hasAuthority('intake:run')")
    SampleProgress show() {
        return new SampleProgress(shop.state());
    }
}
