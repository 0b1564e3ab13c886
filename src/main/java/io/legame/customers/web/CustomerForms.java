package io.legame.customers.web;

import io.legame.customers.CompanyProposals;
import io.legame.customers.CustomerChange;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.EditCheck;
import io.legame.customers.EditableCustomer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the form of a customer, and what it says of what was typed. */
@Component
class CustomerForms {
    private static final int COMPANIES = 5;

    private final CustomerEdits edits;
    private final CompanyProposals companies;

    CustomerForms(CustomerEdits edits, CompanyProposals companies) {
        this.edits = edits;
        this.companies = companies;
    }

    CustomerForm form(@Nullable EditableCustomer customer, WrittenFields written) {
        return new CustomerForm(
                customer, written.texts(), notes(customer == null ? null : customer.id(), written), List.of());
    }

    CustomerForm refused(@Nullable EditableCustomer customer, WrittenFields written, EditCheck check) {
        return new CustomerForm(
                customer, written.texts(), new EditNotes(check, companies(check, written), true), List.of());
    }

    CustomerForm outdated(EditableCustomer now, WrittenFields written, List<CustomerChange> meanwhile) {
        WrittenFields rebased = written.rebased(now, meanwhile);
        return new CustomerForm(now, rebased.texts(), notes(now.id(), rebased), meanwhile);
    }

    EditNotes notes(@Nullable CustomerId id, WrittenFields written) {
        EditCheck check = edits.check(id, written.draft(), written.cleared());
        return new EditNotes(check, companies(check, written), false);
    }

    /** Those that are not the one that will be stored. */
    private List<CompanyProposals.Near> companies(EditCheck check, WrittenFields written) {
        String typed = written.text(CustomerField.COMPANY_NAME);
        var rewritten = check.stored().get(CustomerField.COMPANY_NAME);
        String stored = rewritten == null ? typed : rewritten.stored();
        List<CompanyProposals.Near> near = companies.of(typed, COMPANIES);
        return near.stream().anyMatch(each -> each.name().equals(stored)) ? List.of() : near;
    }
}
