package io.legame.customers.web;

import io.legame.customers.CompanyProposals;
import io.legame.customers.CustomField;
import io.legame.customers.CustomerField;
import io.legame.customers.EditCheck;
import io.legame.customers.EditableCustomer;
import io.legame.platform.View;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the form says of what was typed: beside it as it will be stored, at the fields what is wrong with them.
 *
 * @param custom the custom fields that stand in the form
 * @param companies names that may be meant by the one that was typed
 * @param tried whether saving was tried: before, nobody needs to be told that nothing was filled in
 */
public record EditNotes(EditCheck check, List<CustomField> custom, List<CompanyProposals.Near> companies, boolean tried)
        implements View {
    public EditCheck.@Nullable Fault fault(CustomerField field) {
        EditCheck.Fault fault = check.faults().get(field);
        return fault == null || (fault.kind() == null && !tried) ? null : fault;
    }

    public EditCheck.@Nullable CustomFault fault(CustomField field) {
        return check.customFaults().stream()
                .filter(fault -> fault.field().id().equals(field.id()))
                .filter(fault -> tried || fault.why() != EditCheck.CustomFault.Why.REQUIRED)
                .findFirst()
                .orElse(null);
    }

    /** The values written in another way, in the order of the form. */
    public List<CustomerField> rewritten() {
        return Stream.of(FieldGroup.values())
                .flatMap(group -> group.fields().stream())
                .filter(check.stored()::containsKey)
                .toList();
    }

    public Set<CustomerField> fields() {
        return EditableCustomer.FIELDS;
    }
}
