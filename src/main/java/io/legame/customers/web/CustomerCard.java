package io.legame.customers.web;

import io.legame.access.Actor;
import io.legame.access.ChangeSet;
import io.legame.customers.BesideChange;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFields;
import io.legame.customers.Customer;
import io.legame.customers.CustomerChange;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerHistory;
import io.legame.customers.CustomerPanel;
import io.legame.customers.FieldMask;
import io.legame.customers.Merge;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who a customer is; what other modules know of it comes in their panels.
 *
 * @param parts everybody who is part of it now
 */
public record CustomerCard(
        Customer customer,
        String phoneShown,
        List<String> otherPhones,
        List<CustomField> fields,
        List<CustomFields.Held> custom,
        List<CustomerChange> history,
        List<CustomerHistory.Part> parts,
        List<Merge> merges,
        List<CustomerPanel> panels,
        LocalDate today)
        implements View {

    public List<CustomerPanel> panels(CustomerPanel.Place place) {
        return panels.stream().filter(panel -> panel.place() == place).toList();
    }

    /** The custom fields by their headings, in their order. */
    public Map<String, List<CustomFields.Held>> customGroups() {
        return custom.stream()
                .collect(Collectors.groupingBy(held -> held.field().group(), LinkedHashMap::new, Collectors.toList()));
    }

    /** What a custom field is called, in this customer's flags and writings. */
    public String fieldName(Shell shell, String name) {
        return fields.stream()
                .filter(field -> field.id().name().equals(name))
                .map(CustomField::name)
                .findFirst()
                .orElseGet(() -> field(shell, name));
    }

    public static String field(Shell shell, CustomerChange.FieldChange change) {
        String name = change.name();
        return name == null ? field(shell, change.field()) : name;
    }

    /** What a field is called; the names are those of the columns. */
    public static String field(Shell shell, String name) {
        String key = "customers.field." + name;
        return shell.texts().has(shell.locale(), key) ? shell.text(key) : name;
    }

    /** Where a post puts the field back to what it was before the change; null when it cannot be put back alone. */
    public @Nullable String revert(CustomerChange change, CustomerChange.FieldChange field) {
        boolean seen =
                Stream.of(field.before(), field.after()).noneMatch(text -> text != null && FieldMask.masked(text));
        boolean alone = CustomFieldId.isName(field.field())
                || HistoryController.field(field.field()).isPresent();
        return change.by() != null && seen && alone ? path() + change.by().id().value() + "/revert" : null;
    }

    /** The same of what lies beside the fields. */
    public String revert(BesideChange change) {
        return path() + "beside/" + change.number() + "/revert";
    }

    /** Where the history of a part is. */
    public String path(CustomerHistory.Part part) {
        return path() + "parts/" + part.customer().value();
    }

    private String path() {
        return CustomerForm.path(customer.id()) + "/history/";
    }

    /** Who or what made a change, in one line. */
    public static String by(Shell shell, CustomerChange change) {
        ChangeSet by = change.by();
        if (by == null) {
            return "";
        }
        boolean program = by.kind() == ChangeSet.Kind.EDIT && by.actor().kind() == Actor.Kind.TOKEN;
        return program
                ? shell.text("customers.by.editOfProgram", by.actor().name())
                : shell.text(
                        "customers.by." + by.kind().code(),
                        title(shell, by.title()),
                        by.actor().name());
    }

    /** A file's name, or the fields that somebody changed. */
    private static String title(Shell shell, String title) {
        return Stream.of(title.split(", ", -1))
                .map(part -> CustomerField.of(part)
                        .map(field -> shell.text(field.textKey()))
                        .orElse(part))
                .collect(Collectors.joining(", "));
    }

    public String otherPhonesShown() {
        return String.join(", ", otherPhones);
    }

    /** Its last four characters: enough to recognise it by. */
    public String ibanShown() {
        String iban = String.valueOf(customer.iban());
        return "•••• " + iban.substring(Math.max(0, iban.length() - 4));
    }

    /** In years, today; null when the birth date is not known. */
    public @Nullable Integer age() {
        LocalDate birth = customer.birthDate();
        return birth == null ? null : Period.between(birth, today).getYears();
    }

    /** Up to two letters for the round mark beside the name. */
    public String initials() {
        String[] words = customer.displayName().split(" ", -1);
        String first = firstLetter(words[0]);
        return words.length < 2 ? first : first + firstLetter(words[words.length - 1]);
    }

    private static String firstLetter(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
