package io.legame.sample.web;

import io.legame.sample.SampleShop;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SampleNoticeController {
    private final SampleShop shop;

    SampleNoticeController(SampleShop shop) {
        this.shop = shop;
    }

    @GetMapping("/sample/notice")
    @PreAuthorize("hasAuthority('intake:run')")
    SampleNotice show() {
        return new SampleNotice(shop.state());
    }
}
