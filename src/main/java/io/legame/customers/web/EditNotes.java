package io.legame.customers.web;

import io.legame.customers.CompanyProposals;
import io.legame.customers.CustomerField;
import io.legame.customers.EditCheck;
import io.legame.customers.EditableCustomer;
import io.legame.platform.View;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the form says of what was typed: beside it as it will be stored, at the fields what is wrong with them.
 *
 * @param companies names that may be meant by the one that was typed
 * @param tried whether saving was tried: before, nobody needs to be told that nothing was filled in
 */
public record EditNotes(EditCheck check, List<CompanyProposals.Near> companies, boolean tried) implements View {
    public EditCheck.@Nullable Fault fault(CustomerField field) {
        EditCheck.Fault fault = check.faults().get(field);
        return fault == null || (fault.kind() == null && !tried) ? null : fault;
    }

    public Set<CustomerField> fields() {
        return EditableCustomer.FIELDS;
    }
}
