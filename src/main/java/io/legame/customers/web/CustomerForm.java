package io.legame.customers.web;

import io.legame.customers.CustomField;
import io.legame.customers.CustomerChange;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.EditableCustomer;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer to write by hand.
 *
 * @param customer null for a new one
 * @param custom the custom fields by their headings
 * @param meanwhile what others changed since the form was opened, newest first
 */
public record CustomerForm(
        @Nullable EditableCustomer customer,
        Map<CustomerField, String> values,
        List<CustomGroup> custom,
        EditNotes notes,
        List<CustomerChange> meanwhile)
        implements View {

    /** Whether it stays as it is, because whoever edits does not see it. */
    public boolean limited(CustomerField field) {
        return customer != null && customer.limited().contains(field);
    }

    /** The same of a custom field. */
    public boolean limited(CustomField field) {
        return customer != null && customer.limitedCustom().contains(field.id());
    }

    public FieldInput input(CustomerField field) {
        return new FieldInput(field, values.getOrDefault(field, ""), notes.fault(field) != null);
    }

    public String title(Shell shell) {
        return customer == null ? shell.text("customers.new") : customer.name();
    }

    public String path() {
        return customer == null ? "/customers" : path(customer.id());
    }

    /** With the version that the browser says it saw: another may be there by now. */
    CustomerForm seen(@Nullable String version) {
        return customer == null || version == null || !version.matches("[0-9]{1,18}")
                ? this
                : new CustomerForm(
                        new EditableCustomer(
                                customer.id(),
                                customer.name(),
                                customer.values(),
                                customer.limited(),
                                customer.limitedCustom(),
                                Long.parseLong(version)),
                        values,
                        custom,
                        notes,
                        meanwhile);
    }

    static String path(CustomerId id) {
        return "/customers/" + id.value();
    }
}
