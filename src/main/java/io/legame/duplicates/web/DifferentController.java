package io.legame.duplicates.web;

import io.legame.customers.Customer;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.duplicates.Different;
import io.legame.duplicates.Distinctions;
import io.legame.platform.Address;
import io.legame.platform.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is not the same: remembered, and taken back. */
@Controller
@PreAuthorize("hasAuthority('duplicates:review')")
class DifferentController {
    private static final int PAGE = 50;

    private final Distinctions distinctions;
    private final Customers customers;

    DifferentController(Distinctions distinctions, Customers customers) {
        this.distinctions = distinctions;
        this.customers = customers;
    }

    /** The three say where the page before ended. */
    @GetMapping("/duplicates/different")
    DifferentPage index(
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "0") long low,
            @RequestParam(defaultValue = "0") long high) {
        Different last =
                before == null ? null : new Different(new CustomerId(low), new CustomerId(high), "", time(before));
        List<Different> found = distinctions.list(last, PAGE + 1);
        List<Different> page = found.subList(0, Math.min(PAGE, found.size()));
        return new DifferentPage(
                page.stream()
                        .map(said -> new DifferentPage.Row(said, name(said.low()), name(said.high())))
                        .toList(),
                found.size() > PAGE ? next(page.getLast()) : null);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Refusal.notFound();
        }
    }

    private static String next(Different last) {
        return Address.of("/duplicates/different")
                .with("before", last.saidAt())
                .with("low", last.low().value())
                .with("high", last.high().value())
                .toString();
    }

    private String name(CustomerId id) {
        return customers.find(id).map(Customer::displayName).orElse("#" + id.value());
    }

    @PostMapping("/duplicates/different/undo")
    String destroy(@RequestParam(defaultValue = "0") long low, @RequestParam(defaultValue = "0") long high) {
        distinctions.maybeSame(List.of(new CustomerId(low), new CustomerId(high)));
        return "redirect:/duplicates/different";
    }
}
