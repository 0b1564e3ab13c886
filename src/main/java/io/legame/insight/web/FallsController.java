package io.legame.insight.web;

import io.legame.access.Actor;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.insight.Falls;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Valuable customers who fell to a lower tier: to be looked at, and then out of the way. */
@Controller
@RequestMapping("/insight/tiers/falls")
@PreAuthorize("hasAuthority('insight:view')")
class FallsController {
    private static final int AT_ONCE = 50;

    private final Falls falls;
    private final Customers customers;
    private final Texts texts;

    FallsController(Falls falls, Customers customers, Texts texts) {
        this.falls = falls;
        this.customers = customers;
        this.texts = texts;
    }

    /** @param after where the page before ended: when it was noticed and of whom, with a comma between */
    @GetMapping
    FallsPage index(
            @RequestParam(defaultValue = "false") boolean all, @RequestParam(required = false) @Nullable String after) {
        List<Falls.Fall> found = falls.list(all, after == null ? null : cursor(after), AT_ONCE + 1);
        List<Falls.Fall> page = found.stream().limit(AT_ONCE).toList();
        Map<CustomerId, CustomerSummary> names =
                customers.summaries(page.stream().map(Falls.Fall::customer).toList()).stream()
                        .collect(Collectors.toMap(CustomerSummary::id, Function.identity()));
        return new FallsPage(page, names, all, found.size() > AT_ONCE, falls.count());
    }

    private static Falls.Cursor cursor(String after) {
        try {
            String[] parts = after.split(",", 2);
            return new Falls.Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.of("platform.error.badRequest");
        }
    }

    @PostMapping("/seen")
    String create(
            @RequestParam(name = "customer", required = false) @Nullable List<@Nullable Long> seen,
            RedirectAttributes redirect,
            Locale language) {
        List<CustomerId> looked = (seen == null ? List.<@Nullable Long>of() : seen)
                .stream().filter(Objects::nonNull).map(CustomerId::new).toList();
        int some = falls.see(looked, Actor.current().name());
        redirect.addFlashAttribute(Shells.TOAST, texts.get(language, "insight.falls.done", some));
        return "redirect:/insight/tiers/falls";
    }
}
