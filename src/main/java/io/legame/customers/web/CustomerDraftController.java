package io.legame.customers.web;

import io.legame.customers.CompanyProposals;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.EditableCustomer;
import io.legame.customers.ValueFlag;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What a form would do while it is being filled in. */
@Controller
@PreAuthorize("hasAuthority('customers:view') and hasAuthority('customers:edit')")
class CustomerDraftController {
    private static final int PROPOSED = 8;

    private final CustomerEdits edits;
    private final CustomerForms forms;
    private final CompanyProposals companies;

    CustomerDraftController(CustomerEdits edits, CustomerForms forms, CompanyProposals companies) {
        this.edits = edits;
        this.forms = forms;
        this.companies = companies;
    }

    /** The notes to htmx; to a browser without scripts the form with the proposal that was chosen. */
    @PostMapping("/customers/draft")
    View show(
            @RequestParam Map<String, String> form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Locale language) {
        CustomerId id = id(form.getOrDefault("customer", ""));
        var written = WrittenFields.posted(form, language);
        EditNotes notes = forms.notes(id, written);
        if (part) {
            return notes;
        }
        EditableCustomer customer = id == null ? null : edits.find(id).orElseThrow(Refusal::notFound);
        return forms.form(customer, chosen(form, written, notes)).seen(form.get("version"));
    }

    private static @Nullable CustomerId id(String text) {
        return text.matches("[0-9]{1,18}") ? new CustomerId(Long.parseLong(text)) : null;
    }

    private static WrittenFields chosen(Map<String, String> form, WrittenFields written, EditNotes notes) {
        String company = form.get("company");
        if (company != null) {
            return written.with(CustomerField.COMPANY_NAME, company);
        }
        CustomerField field = CustomerField.of(form.getOrDefault("use", "")).orElse(null);
        ValueFlag flag = field == null ? null : notes.check().doubts().get(field);
        return field == null || flag == null || flag.proposal() == null
                ? written
                : written.with(field, flag.proposal());
    }

    @GetMapping("/customers/companies")
    CompanyNames companies(@RequestParam(name = "companyName", required = false) @Nullable String typed) {
        return new CompanyNames(companies.of(typed == null ? "" : typed, PROPOSED));
    }
}
