package io.legame.insight.web;

import io.legame.customers.Customer;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.insight.Dismissal;
import io.legame.insight.DismissalDraft;
import io.legame.insight.DismissalReason;
import io.legame.insight.Dismissals;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letting one customer go, and taking them in again. */
@Controller
@PreAuthorize("hasAuthority('insight:decide')")
class DismissalController {
    private final Dismissals dismissals;
    private final Customers customers;
    private final Texts texts;

    DismissalController(Dismissals dismissals, Customers customers, Texts texts) {
        this.dismissals = dismissals;
        this.customers = customers;
        this.texts = texts;
    }

    @GetMapping("/insight/customers/{id}/dismissal")
    DismissalForm new_(@PathVariable long id) {
        Customer customer = find(id);
        LocalDate day = dismissals.usualDay();
        return form(customer, day, Map.of("from", day.toString()), null, "");
    }

    private Customer find(long id) {
        return customers.find(new CustomerId(id)).orElseThrow(Refusal::notFound);
    }

    private DismissalForm form(
            Customer customer, LocalDate day, Map<String, String> values, @Nullable String fault, String faulty) {
        return new DismissalForm(
                customer.id(), customer.displayName(), dismissals.avoided(customer.id()), day, values, fault, faulty);
    }

    @PostMapping("/insight/customers/{id}/dismissal")
    Object create(
            @PathVariable long id,
            @RequestParam Map<String, String> values,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale language) {
        Customer customer = find(id);
        try {
            Dismissal dismissal = dismissals.dismiss(customer.id(), draft(values));
            say(flash, language, "insight.dismissal.dismissed", dismissal.id(), "withdraw", customer.displayName());
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            return form(
                    customer,
                    dismissals.usualDay(),
                    values,
                    texts.get(language, refusal.key(), refusal.arguments()),
                    field(refusal));
        }
        return card(customer.id());
    }

    private static DismissalDraft draft(Map<String, String> values) {
        return new DismissalDraft(
                day(values.getOrDefault("from", "").strip()),
                DismissalReason.of(values.get("reason"))
                        .orElseThrow(() -> Refusal.of("insight.dismissal.error.reason")),
                values.get("note"),
                values.containsKey("winBack"));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.of("insight.dismissal.error.day");
        }
    }

    private static String field(Refusal refusal) {
        return switch (refusal.key()) {
            case "insight.dismissal.error.reason" -> "reason";
            case "insight.dismissal.error.note", "insight.dismissal.error.noteLong" -> "note";
            case "insight.dismissal.error.day", "insight.dismissal.error.from", "insight.dismissal.error.closed" ->
                "from";
            default -> "";
        };
    }

    private void say(
            RedirectAttributes flash, Locale language, String key, long dismissal, String undo, Object... arguments) {
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, key, arguments));
        flash.addFlashAttribute(Shells.TOAST_UNDO, "/insight/dismissals/" + dismissal + "/" + undo);
    }

    private static String card(CustomerId customer) {
        return "redirect:/customers/" + customer.value();
    }

    /** The same as was decided of somebody who became part of the customer. */
    @PostMapping("/insight/customers/{id}/dismissal/too")
    String too(@PathVariable long id, RedirectAttributes flash, Locale language) {
        Customer customer = find(id);
        Dismissal dismissal = dismissals.dismissToo(customer.id());
        say(flash, language, "insight.dismissal.dismissed", dismissal.id(), "withdraw", customer.displayName());
        return card(customer.id());
    }

    @PostMapping("/insight/customers/{id}/dismissal/end")
    String end(@PathVariable long id, RedirectAttributes flash, Locale language) {
        Customer customer = find(id);
        Dismissal dismissal = dismissals.readmit(customer.id());
        say(flash, language, "insight.dismissal.readmitted", dismissal.id(), "restore", customer.displayName());
        return card(customer.id());
    }

    @PostMapping("/insight/dismissals/{id}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes flash, Locale language) {
        Dismissal dismissal = dismissals.withdraw(id);
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "insight.dismissal.withdrawn"));
        return card(dismissal.customer());
    }

    @PostMapping("/insight/dismissals/{id}/restore")
    String restore(@PathVariable long id, RedirectAttributes flash, Locale language) {
        Dismissal dismissal = dismissals.goOn(id);
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "insight.dismissal.restored"));
        return card(dismissal.customer());
    }
}
