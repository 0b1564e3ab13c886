package io.legame.customers.web;

import io.legame.access.AuditTrail;
import io.legame.access.ChangeSetId;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Edit;
import io.legame.customers.EditableCustomer;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a customer by hand; what is refused comes back with all that was typed. */
@Controller
@PreAuthorize("hasAuthority('customers:view') and hasAuthority('customers:edit')")
class CustomerEditController {
    /** No version at all: a form that does not say which it saw has seen none. */
    private static final long UNSEEN = -1;

    private final CustomerEdits edits;
    private final Customers customers;
    private final CustomerForms forms;
    private final AuditTrail audit;
    private final Texts texts;

    CustomerEditController(
            CustomerEdits edits, Customers customers, CustomerForms forms, AuditTrail audit, Texts texts) {
        this.edits = edits;
        this.customers = customers;
        this.forms = forms;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping("/customers/new")
    CustomerForm new_(Locale language) {
        return forms.form(null, forms.empty(language));
    }

    @PostMapping("/customers")
    Object create(
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale language) {
        var written = WrittenFields.posted(form, language);
        return switch (edits.create(written.draft())) {
            case Edit.Saved saved -> saved(saved, "customers.edit.created", flash, language);
            case Edit.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield forms.refused(null, written, refused.check());
            }
            case Edit.Outdated outdated -> throw new IllegalStateException("A new customer was changed: " + outdated);
        };
    }

    @GetMapping("/customers/{id}/edit")
    Object edit(@PathVariable long id, Locale language) {
        CustomerId current = customers.current(new CustomerId(id));
        if (current.value() != id) {
            return "redirect:" + CustomerForm.path(current) + "/edit";
        }
        EditableCustomer customer = find(current);
        audit.record("customers.viewed", "customer", Long.toString(id), Map.of());
        return forms.form(customer, forms.read(customer, language));
    }

    @PostMapping("/customers/{id}")
    Object update(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale language) {
        var customer = new CustomerId(id);
        var written = WrittenFields.posted(form, language);
        return switch (edits.update(customer, version(form), written.draft(), written.cleared())) {
            case Edit.Saved saved -> saved(saved, "customers.edit.saved", flash, language);
            case Edit.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield forms.refused(find(customer), written, refused.check());
            }
            case Edit.Outdated outdated -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield forms.outdated(find(customer), written, outdated.meanwhile());
            }
        };
    }

    private static long version(Map<String, String> form) {
        String version = form.getOrDefault("version", "");
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : UNSEEN;
    }

    private EditableCustomer find(CustomerId id) {
        return edits.find(id).orElseThrow(Refusal::notFound);
    }

    private String saved(Edit.Saved saved, String text, RedirectAttributes flash, Locale language) {
        String path = CustomerForm.path(saved.customer());
        ChangeSetId changes = saved.changes();
        String name = edits.find(saved.customer()).map(EditableCustomer::name).orElse("");
        flash.addFlashAttribute(
                Shells.TOAST, texts.get(language, changes == null ? "customers.edit.unchanged" : text, name));
        if (changes != null) {
            flash.addFlashAttribute(Shells.TOAST_UNDO, path + "/edits/" + changes.value() + "/undo");
        }
        return "redirect:" + path;
    }

    @PostMapping("/customers/{id}/edits/{changes}/undo")
    String undo(@PathVariable long id, @PathVariable long changes, RedirectAttributes flash, Locale language) {
        var customer = new CustomerId(id);
        String name = edits.find(customer).map(EditableCustomer::name).orElse("");
        String text = edits.undo(customer, new ChangeSetId(changes))
                .map(kept -> "customers.edit.kept." + kept.name().toLowerCase(Locale.ROOT))
                .orElse("customers.edit.undone");
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, text, name));
        Optional<EditableCustomer> left = edits.find(customer);
        return "redirect:" + (left.isPresent() ? CustomerForm.path(customer) : "/customers");
    }
}
