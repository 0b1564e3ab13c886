package io.legame.customers.web;

import io.legame.customers.Customer;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.customers.HouseholdContext;
import io.legame.customers.Relation;
import io.legame.customers.RelationDraft;
import io.legame.customers.RelationId;
import io.legame.customers.RelationKind;
import io.legame.customers.RelationKinds;
import io.legame.customers.Relations;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.legame.platform.Viewer;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom a customer is related to, on its card. Forms answer with the panel that they are part of. */
@Controller
@PreAuthorize("hasAuthority('customers:view') and hasAuthority('customers:edit')")
class RelationsController {
    private final Relations relations;
    private final RelationKinds kinds;
    private final Customers customers;
    private final List<HouseholdContext> households;
    private final Companies companies;
    private final Texts texts;
    private final InstantSource clock;

    RelationsController(
            Relations relations,
            RelationKinds kinds,
            Customers customers,
            List<HouseholdContext> households,
            Companies companies,
            Texts texts,
            InstantSource clock) {
        this.relations = relations;
        this.kinds = kinds;
        this.customers = customers;
        this.households = households;
        this.companies = companies;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/customers/{id}/relations")
    @PreAuthorize("hasAuthority('customers:view')")
    CustomerRelations index(@PathVariable long id) {
        return panel(new CustomerId(id), null);
    }

    private CustomerRelations panel(CustomerId id, @Nullable String fault) {
        Customer customer = customers.find(id).orElseThrow(Refusal::notFound);
        List<Relation> known = relations.of(customer.id());
        List<CustomerSummary> household = relations.household(customer.id());
        Viewer viewer = Viewer.current();
        return new CustomerRelations(
                customer.id(),
                known,
                household,
                households.stream()
                        .filter(each -> viewer.may(each.permission()))
                        .map(each -> each.path(household))
                        .toList(),
                relations.proposedCompany(customer, known),
                kinds.all(),
                fault);
    }

    /** @param form the kind with the side that the customer is on, such as {@code works_at:forth}, and the other one */
    @PostMapping("/customers/{id}/relations")
    CustomerRelations create(@PathVariable long id, @RequestParam Map<String, String> form, Locale language) {
        var customer = new CustomerId(id);
        try {
            relations.add(draft(customer, form));
            return panel(customer, null);
        } catch (Refusal refusal) {
            return panel(customer, texts.get(language, refusal.key(), refusal.arguments()));
        }
    }

    private static RelationDraft draft(CustomerId customer, Map<String, String> form) {
        String other = form.getOrDefault("other", "");
        String[] kind = form.getOrDefault("kind", "").split(":", 2);
        if (!other.matches("[0-9]{1,18}")) {
            throw Refusal.of("customers.relation.error.other");
        }
        var related = new CustomerId(Long.parseLong(other));
        boolean back = kind.length > 1 && kind[1].equals(RelationKind.Side.BACK.code());
        return new RelationDraft(
                back ? related : customer,
                back ? customer : related,
                kind[0],
                day(form, "since"),
                day(form, "until"),
                text(form, "note"));
    }

    private static @Nullable String text(Map<String, String> form, String field) {
        String value = form.getOrDefault(field, "").strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable LocalDate day(Map<String, String> form, String field) {
        String value = text(form, field);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException unreadable) {
            throw Refusal.of("customers.relation.error.day", value);
        }
    }

    /** It lasts no longer, from today. */
    @PostMapping("/customers/{id}/relations/{relation}/end")
    CustomerRelations end(@PathVariable long id, @PathVariable long relation, Locale language) {
        try {
            relations.end(
                    new RelationId(relation),
                    LocalDate.ofInstant(clock.instant(), companies.get().timeZone()));
            return panel(new CustomerId(id), null);
        } catch (Refusal refusal) {
            return panel(new CustomerId(id), texts.get(language, refusal.key(), refusal.arguments()));
        }
    }

    @PostMapping("/customers/{id}/relations/{relation}/remove")
    String remove(@PathVariable long id, @PathVariable long relation, RedirectAttributes flash, Locale language) {
        Relation removed = relations.remove(new RelationId(relation));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "customers.relation.removed", removed.otherName()));
        flash.addFlashAttribute(Shells.TOAST_UNDO, "/customers/" + id + "/relations/" + relation + "/restore");
        return "redirect:/customers/" + id;
    }

    @PostMapping("/customers/{id}/relations/{relation}/restore")
    String restore(@PathVariable long id, @PathVariable long relation, RedirectAttributes flash, Locale language) {
        relations.restore(new RelationId(relation));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "customers.relation.restored"));
        return "redirect:/customers/" + id;
    }
}
