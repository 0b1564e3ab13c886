package io.legame.customers.web;

import io.legame.customers.Identity;
import io.legame.customers.UniqueKeys;
import io.legame.platform.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The unique key: which it is, what another would do, and choosing another. */
@Controller
@PreAuthorize("hasAuthority('customers:rules')")
class KeyController {
    private final UniqueKeys keys;

    KeyController(UniqueKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/customers/quality/key")
    KeyPage show() {
        return new KeyPage(status());
    }

    @GetMapping("/customers/quality/key/status")
    KeyStatus status() {
        return new KeyStatus(keys.current(), keys.changes());
    }

    @GetMapping("/customers/quality/key/report")
    KeyChoices report() {
        return new KeyChoices(keys.report());
    }

    @GetMapping("/customers/quality/key/{code}")
    NewKey new_(@PathVariable String code) {
        return new NewKey(keys.preview(kind(code)), keys.current());
    }

    @PostMapping("/customers/quality/key")
    String create(@RequestParam(required = false) @Nullable String key) {
        keys.choose(kind(key));
        return "redirect:/customers/quality/key";
    }

    static Identity.Kind kind(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(Identity.Kind::of)
                .orElseThrow(() -> Refusal.of("customers.error.noKey"));
    }
}
