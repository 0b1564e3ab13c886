package io.legame.customers.web;

import io.legame.access.ChangeSetId;
import io.legame.customers.CustomerChange;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerHistory;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Edit;
import io.legame.customers.EditableCustomer;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a customer's values were before, and putting one of them back. */
@Controller
@Tag(name = "Customers")
class HistoryController {
    private static final int MOST = 200;

    private final Customers customers;
    private final CustomerHistory history;
    private final CustomerEdits edits;
    private final Texts texts;

    HistoryController(Customers customers, CustomerHistory history, CustomerEdits edits, Texts texts) {
        this.customers = customers;
        this.history = history;
        this.edits = edits;
        this.texts = texts;
    }

    @GetMapping("/api/v1/customers/{id}/history")
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "Read what changed of a customer, who or what changed it and when, newest first")
    @ResponseBody
    Map<String, List<CustomerChange>> index(@PathVariable long id) {
        CustomerId customer = customers
                .find(new CustomerId(id))
                .orElseThrow(Refusal::notFound)
                .id();
        return Map.of("changes", history.of(customer, MOST));
    }

    /** The value becomes what it was before the change, by an edit of its own, whatever happened since. */
    @PostMapping("/customers/{id}/history/{changes}/revert")
    @PreAuthorize("hasAuthority('customers:view') and hasAuthority('customers:edit')")
    String revert(
            @PathVariable long id,
            @PathVariable long changes,
            @RequestParam(defaultValue = "") String field,
            RedirectAttributes flash,
            Locale language) {
        CustomerId customer = customers
                .find(new CustomerId(id))
                .orElseThrow(Refusal::notFound)
                .id();
        CustomerField which = field(field).orElseThrow(Refusal::notFound);
        String before = history.of(customer, MOST).stream()
                .filter(change -> change.by() != null && change.by().id().equals(new ChangeSetId(changes)))
                .flatMap(change -> change.fields().stream())
                .filter(change -> change.field().equals(field))
                .findFirst()
                .map(change -> Objects.requireNonNullElse(change.before(), ""))
                .orElseThrow(Refusal::notFound);
        // as the history writes numbers and dates
        var written = new WrittenFields(Map.of(which, before), Map.of(), Locale.ENGLISH);
        String path = CustomerForm.path(customer);
        switch (edits.update(customer, null, written.draft(), written.cleared())) {
            case Edit.Saved saved -> {
                String said = saved.changes() == null ? "customers.edit.unchanged" : "customers.history.reverted";
                flash.addFlashAttribute(Shells.TOAST, texts.get(language, said, texts.get(language, which.textKey())));
                if (saved.changes() != null) {
                    flash.addFlashAttribute(
                            Shells.TOAST_UNDO,
                            path + "/edits/" + saved.changes().value() + "/undo");
                }
            }
            case Edit.Refused refused ->
                refused.check().faults().entrySet().stream()
                        .findFirst()
                        .ifPresent(fault -> flash.addFlashAttribute(
                                Shells.TOAST,
                                texts.get(
                                        language,
                                        "customers.history.notReverted",
                                        texts.get(language, fault.getValue().textKey(fault.getKey())))));
            case Edit.Outdated outdated -> throw new IllegalStateException("Nobody said what they saw: " + outdated);
        }
        return "redirect:" + path;
    }

    /** The field of that name in a history, if one value of it can be put back. */
    static Optional<CustomerField> field(String name) {
        return EditableCustomer.FIELDS.stream()
                .filter(field -> !field.several()
                        && field.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
