package io.legame.customers.web;

import io.legame.access.AuditTrail;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerQuery;
import io.legame.customers.Customers;
import io.legame.customers.Merge;
import io.legame.customers.MergeContext;
import io.legame.customers.MergeId;
import io.legame.customers.MergePanel;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.legame.platform.Viewer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Customers side by side: making one of them, and taking that back. */
@Controller
@PreAuthorize("hasAuthority('customers:view') and hasAuthority('customers:merge')")
class MergeController {
    /** Of more the address would be longer than servers take; programs may name more. */
    private static final int MOST = 300;

    /** More than anybody picks one by one. */
    private static final int FOUND = 50;

    private final Merges merges;
    private final Customers customers;
    private final List<MergePanel> panels;
    private final List<MergeContext> contexts;
    private final AuditTrail audit;
    private final Texts texts;

    MergeController(
            Merges merges,
            Customers customers,
            List<MergePanel> panels,
            List<MergeContext> contexts,
            AuditTrail audit,
            Texts texts) {
        this.merges = merges;
        this.customers = customers;
        this.panels = panels;
        this.contexts = contexts;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping("/customers/merge")
    MergePage show(
            @RequestParam(name = "customer", required = false) @Nullable List<Long> ids,
            @RequestParam(required = false) @Nullable Long survivor,
            @RequestParam(required = false) @Nullable String next) {
        List<CustomerId> all = ids == null
                ? List.of()
                : ids.stream().map(CustomerId::new).distinct().toList();
        if (all.size() > MOST) {
            throw Refusal.of("customers.merge.error.tooMany", MOST);
        }
        var proposal = merges.propose(all, Optional.ofNullable(survivor).map(CustomerId::new));
        audit.record(
                "customers.compared",
                "customer",
                null,
                Map.of(
                        "customers",
                        all.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(", "))));
        Viewer viewer = Viewer.current();
        return new MergePage(
                proposal,
                contexts.stream()
                        .filter(context -> viewer.may(context.permission()))
                        .map(context -> context.path(all))
                        .toList(),
                isOurs(next) ? next : null,
                customers.country());
    }

    /** With whom: found by what is typed. */
    @GetMapping("/customers/{id}/merge")
    MergePick pick(@PathVariable long id, @RequestParam(name = "q", required = false) @Nullable String search) {
        var customer = customers.find(new CustomerId(id)).orElseThrow(Refusal::notFound);
        String text = search == null ? customer.displayName() : search;
        return new MergePick(
                customer,
                text,
                customers.list(CustomerQuery.search(text), null, FOUND + 1).customers().stream()
                        .filter(found -> !found.id().equals(customer.id()))
                        .limit(FOUND)
                        .toList());
    }

    @PostMapping("/customers/merge")
    String merge(@RequestParam Map<String, String> form, RedirectAttributes flash, Locale language) {
        MergeRequest request = request(form);
        MergeId merge = merges.merge(request);
        String name = customers
                .find(request.survivor())
                .map(customer -> customer.displayName())
                .orElse("");
        flash.addFlashAttribute(
                Shells.TOAST,
                texts.get(
                        language, "customers.merge.done", name, request.others().size() + 1));
        flash.addFlashAttribute(Shells.TOAST_UNDO, MergedPage.path(merge) + "/undo");
        String next = form.get("next");
        return "redirect:" + (isOurs(next) ? next : CustomerForm.path(request.survivor()));
    }

    /** No link of a stranger's leads anywhere else from here. */
    private static boolean isOurs(@Nullable String path) {
        return path != null && path.matches("/[a-z]+(/[a-z0-9]+)*(\\?[a-z]+=[0-9]+)?");
    }

    /** The versions seen say who is to become one. */
    static MergeRequest request(Map<String, String> form) {
        var seen = new HashMap<CustomerId, Long>();
        var chosen = new EnumMap<CustomerField, CustomerId>(CustomerField.class);
        var custom = new HashMap<CustomFieldId, CustomerId>();
        form.forEach((name, value) -> {
            if (name.startsWith("version.") && !form.containsKey("without." + name.substring(8))) {
                seen.put(id(name.substring(8)), number(value));
            } else if (CustomFieldId.isName(name)) {
                custom.put(CustomFieldId.ofName(name), id(value));
            } else if (name.startsWith("choice.")) {
                CustomerField.of(name.substring(7)).ifPresent(field -> chosen.put(field, id(value)));
            }
        });
        CustomerId survivor = id(form.getOrDefault("survivor", ""));
        Set<CustomerId> others = new LinkedHashSet<>(seen.keySet());
        others.remove(survivor);
        return new MergeRequest(survivor, others, chosen, custom, seen);
    }

    private static CustomerId id(String text) {
        return new CustomerId(number(text));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Refusal.of("customers.merge.error.two");
        }
        return Long.parseLong(text);
    }

    @GetMapping("/customers/merges/{id}")
    MergedPage merged(@PathVariable long id) {
        return new MergedPage(merges.find(new MergeId(id)).orElseThrow(Refusal::notFound), panels);
    }

    @PostMapping("/customers/merges/{id}/undo")
    String undo(
            @PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash, Locale language) {
        Merge merge = merges.find(new MergeId(id)).orElseThrow(Refusal::notFound);
        var since = new HashMap<String, CustomerId>();
        form.forEach((name, value) -> {
            if (name.startsWith("since.")) {
                since.put(name.substring(6), id(value));
            }
        });
        Merges.Unmerged unmerged = merges.undo(merge.id(), since);
        flash.addFlashAttribute(
                Shells.TOAST,
                texts.get(language, text(unmerged), unmerged.back().size() + 1));
        return "redirect:" + CustomerForm.path(merge.survivor().id());
    }

    private static String text(Merges.Unmerged unmerged) {
        if (unmerged.identities()) {
            return "customers.unmerge.identities";
        }
        return unmerged.values() ? "customers.unmerge.values" : "customers.unmerge.done";
    }
}
