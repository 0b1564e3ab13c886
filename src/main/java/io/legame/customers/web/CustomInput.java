package io.legame.customers.web;

import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One custom field of the form.
 *
 * @param texts what is written in it: the labels of what was chosen, an amount and its currency
 * @param currency of amounts that do not name theirs
 * @param faulty whether the value was refused
 */
public record CustomInput(CustomField field, List<String> texts, String currency, boolean faulty) {
    public String name() {
        return field.id().name();
    }

    public String id() {
        return "field-" + name().replace('.', '-');
    }

    /** What stands in the field; of an amount without its currency. */
    public String value() {
        String text = texts.isEmpty() ? "" : texts.getFirst();
        return field.type() == CustomFieldType.MONEY ? text.split(" ", -1)[0] : text;
    }

    /** The currency of the amount that is there. */
    public String amountCurrency() {
        String[] parts = String.join(" ", texts).split(" ", -1);
        return parts.length == 2 ? parts[1] : currency;
    }

    public boolean has(String label) {
        return texts.contains(label);
    }

    /** What can be chosen, and what is no longer offered but chosen. */
    public List<String> options() {
        return field.choices() == null
                ? List.of()
                : field.choices().choices().stream()
                        .filter(choice -> !choice.archived() || has(choice.label()))
                        .map(choice -> choice.label())
                        .toList();
    }

    /** The type of an HTML input. */
    public String inputType() {
        return switch (field.type()) {
            case NUMBER, MONEY -> "number";
            case DATE -> "date";
            case EMAIL -> "email";
            case PHONE -> "tel";
            case LINK, TEXT, YES_NO, CHOICE, CHOICES -> "text";
        };
    }

    public @Nullable String step() {
        return inputType().equals("number") ? "any" : null;
    }
}
