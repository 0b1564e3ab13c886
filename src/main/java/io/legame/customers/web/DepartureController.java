package io.legame.customers.web;

import io.legame.customers.CustomerDepartures;
import io.legame.customers.CustomerId;
import io.legame.customers.Leaving;
import io.legame.customers.LeftCustomer;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.legame.platform.View;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Customers who are archived or deleted, and bringing them back. */
@Controller
class DepartureController {
    private static final int PAGE = 50;

    private final CustomerDepartures departures;
    private final Texts texts;

    DepartureController(CustomerDepartures departures, Texts texts) {
        this.departures = departures;
        this.texts = texts;
    }

    @GetMapping("/customers/archived")
    @PreAuthorize("hasAuthority('customers:view')")
    View archived(
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        return page(Leaving.As.ARCHIVED, after, part);
    }

    @GetMapping("/customers/deleted")
    @PreAuthorize("hasAuthority('customers:delete')")
    View deleted(
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        return page(Leaving.As.DELETED, after, part);
    }

    private View page(Leaving.As as, @Nullable String after, boolean part) {
        List<LeftCustomer> found = departures.list(as, after == null ? null : position(as, after), PAGE + 1);
        List<LeftCustomer> page = found.subList(0, Math.min(PAGE, found.size()));
        LeftCustomer last = found.size() > PAGE ? page.getLast() : null;
        var rows = new LeftRows(
                as,
                page,
                last == null
                        ? null
                        : LeftPage.path(as) + "?after=" + last.leaving().at() + "~"
                                + last.id().value());
        return part ? rows : new LeftPage(rows);
    }

    static LeftCustomer position(Leaving.As as, String word) {
        try {
            String[] parts = word.split("~", 2);
            return new LeftCustomer(
                    new CustomerId(Long.parseLong(parts[1])), "", new Leaving(as, Instant.parse(parts[0]), ""));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.of("customers.error.position");
        }
    }

    @PostMapping("/customers/{id}/archive")
    @PreAuthorize("hasAuthority('customers:edit')")
    String archive(@PathVariable long id, RedirectAttributes flash, Locale language) {
        var customer = new CustomerId(id);
        require(departures.archive(List.of(customer)));
        say(flash, language, "customers.left.archived", customer);
        return "redirect:" + CustomerForm.path(customer);
    }

    @PostMapping("/customers/{id}/delete")
    @PreAuthorize("hasAuthority('customers:delete')")
    String delete(@PathVariable long id, RedirectAttributes flash, Locale language) {
        var customer = new CustomerId(id);
        require(departures.delete(List.of(customer)));
        say(flash, language, "customers.left.deleted", customer);
        return "redirect:/customers";
    }

    private void say(RedirectAttributes flash, Locale language, String key, CustomerId customer) {
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, key));
        flash.addFlashAttribute(Shells.TOAST_UNDO, CustomerForm.path(customer) + "/restore");
    }

    @PostMapping("/customers/{id}/restore")
    @PreAuthorize("hasAuthority('customers:edit')")
    String restore(@PathVariable long id, RedirectAttributes flash, Locale language) {
        var customer = new CustomerId(id);
        require(departures.restore(List.of(customer)));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "customers.left.restored"));
        return "redirect:" + CustomerForm.path(customer);
    }

    private static void require(List<CustomerId> done) {
        if (done.isEmpty()) {
            throw Refusal.notFound();
        }
    }
}
