package io.legame.customers.web;

import io.legame.access.ChangeSetId;
import io.legame.customers.BesideHistory;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerChange;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerHistory;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Edit;
import io.legame.customers.EditCheck;
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
import java.util.stream.Stream;
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
    private final BesideHistory beside;
    private final CustomerEdits edits;
    private final CustomFields fields;
    private final Texts texts;

    HistoryController(
            Customers customers,
            CustomerHistory history,
            BesideHistory beside,
            CustomerEdits edits,
            CustomFields fields,
            Texts texts) {
        this.customers = customers;
        this.history = history;
        this.beside = beside;
        this.edits = edits;
        this.fields = fields;
        this.texts = texts;
    }

    /**
     * What changed of a customer.
     *
     * @param parts who became part of it, whose changes until then are at {@code history/parts/{customer}}
     */
    record History(List<CustomerChange> changes, List<CustomerHistory.Part> parts) {}

    @GetMapping("/api/v1/customers/{id}/history")
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "Read what changed of a customer, who or what changed it and when, newest first")
    @ResponseBody
    History index(@PathVariable long id) {
        CustomerId customer = find(id);
        return new History(history.of(customer, MOST), history.parts(customer));
    }

    @GetMapping("/api/v1/customers/{id}/history/parts/{part}")
    @PreAuthorize("hasAuthority('customers:view')")
    @Operation(summary = "Read what changed of a customer until it became part of this one, newest first")
    @ResponseBody
    Map<String, List<CustomerChange>> indexPart(@PathVariable long id, @PathVariable long part) {
        return Map.of("changes", show(id, part).history());
    }

    /** Until it became part of this one. */
    @GetMapping("/customers/{id}/history/parts/{part}")
    @PreAuthorize("hasAuthority('customers:view')")
    PartHistory show(@PathVariable long id, @PathVariable long part) {
        CustomerId customer = find(id);
        return new PartHistory(history.of(customer, new CustomerId(part), MOST).orElseThrow(Refusal::notFound));
    }

    private CustomerId find(long id) {
        return customers.find(new CustomerId(id)).orElseThrow(Refusal::notFound).id();
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
        CustomerId customer = find(id);
        String before = history.of(customer, MOST).stream()
                .filter(change -> change.by() != null && change.by().id().equals(new ChangeSetId(changes)))
                .flatMap(change -> change.fields().stream())
                .filter(change -> change.field().equals(field))
                .findFirst()
                .map(change -> Objects.requireNonNullElse(change.before(), ""))
                .orElseThrow(Refusal::notFound);
        Optional<CustomField> custom = custom(field);
        // as the history writes numbers and dates
        var written = new WrittenFields(
                custom.isPresent() ? Map.of() : Map.of(field(field).orElseThrow(Refusal::notFound), before),
                custom.map(own -> Map.of(own.id(), List.of(before))).orElse(Map.of()),
                Locale.ENGLISH);
        String name = custom.map(CustomField::name)
                .orElseGet(() -> texts.get(
                        language, field(field).map(CustomerField::textKey).orElse("")));
        String path = CustomerForm.path(customer);
        switch (edits.update(customer, null, written.draft(), written.cleared())) {
            case Edit.Saved saved -> {
                String said = saved.changes() == null ? "customers.edit.unchanged" : "customers.history.reverted";
                flash.addFlashAttribute(Shells.TOAST, texts.get(language, said, name));
                if (saved.changes() != null) {
                    flash.addFlashAttribute(
                            Shells.TOAST_UNDO,
                            path + "/edits/" + saved.changes().value() + "/undo");
                }
            }
            case Edit.Refused refused ->
                Stream.concat(
                                refused.check().faults().entrySet().stream()
                                        .map(fault -> fault.getValue().textKey(fault.getKey())),
                                refused.check().customFaults().stream().map(EditCheck.CustomFault::textKey))
                        .findFirst()
                        .ifPresent(why -> flash.addFlashAttribute(
                                Shells.TOAST,
                                texts.get(language, "customers.history.notReverted", texts.get(language, why))));
            case Edit.Outdated outdated -> throw new IllegalStateException("Nobody said what they saw: " + outdated);
        }
        return "redirect:" + path;
    }

    private Optional<CustomField> custom(String name) {
        return CustomFieldId.isName(name)
                ? fields.find(CustomFieldId.ofName(name)).filter(field -> !field.archived())
                : Optional.empty();
    }

    /** What lies beside the fields is again what it was before the change, likewise. */
    @PostMapping("/customers/{id}/history/beside/{number}/revert")
    @PreAuthorize("hasAuthority('customers:view') and hasAuthority('customers:edit')")
    String revertBeside(@PathVariable long id, @PathVariable long number, RedirectAttributes flash, Locale language) {
        CustomerId customer = find(id);
        beside.revert(customer, number);
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "customers.history.changeReverted"));
        return "redirect:" + CustomerForm.path(customer);
    }

    /** The field of that name in a history, if one value of it can be put back. */
    static Optional<CustomerField> field(String name) {
        return EditableCustomer.FIELDS.stream()
                .filter(field -> !field.several()
                        && field.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
