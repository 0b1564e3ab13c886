package io.legame.customers.web;

import io.legame.access.Role;
import io.legame.customers.CustomField;
import io.legame.customers.CustomerField;
import io.legame.customers.FieldAccess;
import io.legame.customers.FieldLevel;
import io.legame.customers.SeenFields;
import io.legame.platform.View;
import java.util.List;

/**
 * Which fields of customers people with a role see.
 *
 * @param custom the custom fields in use
 */
public record FieldAccessPage(Role role, SeenFields seen, List<CustomField> custom) implements View {
    public List<Role> roles() {
        return FieldAccess.roles();
    }

    public List<CustomerField> fields(FieldGroup group) {
        return group.fields().stream().filter(FieldAccess.FIELDS::contains).toList();
    }

    public List<FieldLevel> levels(CustomerField field) {
        return FieldAccess.levels(field);
    }

    public List<FieldLevel> levels(CustomField field) {
        return FieldAccess.levels(field);
    }

    public String path(Role of) {
        return FieldAccessController.PATH + "?role=" + of.name();
    }
}
