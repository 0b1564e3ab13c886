package io.legame.sample.web;

import io.legame.sample.SampleShop;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The sample shop's page, and its beginning. */
@Controller
@RequestMapping("/sample")
@PreAuthorize("hasAuthority('intake:run')")
class SampleController {
    private final SampleShop shop;

    SampleController(SampleShop shop) {
        this.shop = shop;
    }

    @GetMapping
    SamplePage show() {
        return new SamplePage(new SampleProgress(shop.state()));
    }

    @PostMapping
    String create() {
        shop.make();
        return "redirect:/sample";
    }
}
