package io.legame.customers.web;

import io.legame.customers.CompanyProposals;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerChange;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.EditCheck;
import io.legame.customers.EditableCustomer;
import io.legame.platform.Companies;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the form of a customer, and what it says of what was typed. */
@Component
class CustomerForms {
    private static final int COMPANIES = 5;

    private final CustomerEdits edits;
    private final CustomFields fields;
    private final CompanyProposals companies;
    /** Whose customers these are. */
    private final Companies house;

    CustomerForms(CustomerEdits edits, CustomFields fields, CompanyProposals companies, Companies house) {
        this.edits = edits;
        this.fields = fields;
        this.companies = companies;
        this.house = house;
    }

    CustomerForm form(@Nullable EditableCustomer customer, WrittenFields written) {
        EditNotes notes = notes(customer == null ? null : customer.id(), written);
        return new CustomerForm(customer, written.texts(), custom(customer, written, notes), notes, List.of());
    }

    CustomerForm refused(@Nullable EditableCustomer customer, WrittenFields written, EditCheck check) {
        var notes = new EditNotes(check, fields.inUse(), companies(check, written), true);
        return new CustomerForm(customer, written.texts(), custom(customer, written, notes), notes, List.of());
    }

    CustomerForm outdated(EditableCustomer now, WrittenFields written, List<CustomerChange> meanwhile) {
        WrittenFields rebased = written.rebased(now, held(now), meanwhile);
        EditNotes notes = notes(now.id(), rebased);
        return new CustomerForm(now, rebased.texts(), custom(now, rebased, notes), notes, meanwhile);
    }

    WrittenFields read(EditableCustomer customer, Locale language) {
        return WrittenFields.of(customer, held(customer), language);
    }

    /** But for what is not seen in full. */
    private Map<CustomFieldId, List<String>> held(EditableCustomer customer) {
        Map<CustomFieldId, List<String>> held = CustomTexts.of(fields.of(customer.id()));
        held.keySet().removeAll(customer.limitedCustom());
        return held;
    }

    /** With what new customers get of whom nothing else is said. */
    WrittenFields empty(Locale language) {
        var defaults = new HashMap<CustomFieldId, List<String>>();
        fields.inUse().stream()
                .filter(field -> field.defaultValue() != null && !field.unique())
                .forEach(field -> defaults.put(field.id(), List.of(String.valueOf(field.defaultValue()))));
        return new WrittenFields(new EnumMap<>(CustomerField.class), defaults, language);
    }

    private List<CustomGroup> custom(@Nullable EditableCustomer customer, WrittenFields written, EditNotes notes) {
        var groups = new LinkedHashMap<String, List<CustomInput>>();
        String currency = house.get().currency().getCurrencyCode();
        for (CustomField field : notes.custom()) {
            List<String> texts = written.custom().getOrDefault(field.id(), List.of());
            if (customer == null || !texts.isEmpty() || field.fits(kind(customer))) {
                groups.computeIfAbsent(field.group(), name -> new ArrayList<>())
                        .add(new CustomInput(field, texts, currency, notes.fault(field) != null));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new CustomGroup(group.getKey(), group.getValue()))
                .toList();
    }

    private static String kind(EditableCustomer customer) {
        boolean person = customer.values().containsKey(CustomerField.GIVEN_NAME)
                || customer.values().containsKey(CustomerField.FAMILY_NAME);
        return person || !customer.values().containsKey(CustomerField.COMPANY_NAME) ? "person" : "company";
    }

    EditNotes notes(@Nullable CustomerId id, WrittenFields written) {
        EditCheck check = edits.check(id, written.draft(), written.cleared());
        return new EditNotes(check, fields.inUse(), companies(check, written), false);
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
