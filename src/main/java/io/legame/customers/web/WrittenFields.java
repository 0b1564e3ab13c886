package io.legame.customers.web;

import io.legame.customers.CustomDraft;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomerChange;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.EditableCustomer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a form shows it and sends it.
 *
 * @param texts by field, empty for what was emptied; of a field that is not among them nothing is said
 * @param custom the same of custom fields
 * @param language how numbers are written
 */
record WrittenFields(Map<CustomerField, String> texts, Map<CustomFieldId, List<String>> custom, Locale language) {
    static WrittenFields posted(Map<String, String> form, Locale language) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        for (CustomerField field : EditableCustomer.FIELDS) {
            String text = form.get(field.code());
            if (text != null) {
                texts.put(field, text.strip());
            }
        }
        return new WrittenFields(texts, CustomTexts.posted(form), language);
    }

    static WrittenFields of(EditableCustomer customer, Map<CustomFieldId, List<String>> custom, Locale language) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        for (CustomerField field : EditableCustomer.FIELDS) {
            if (!customer.limited().contains(field)) {
                texts.put(field, text(customer.values().get(field), language));
            }
        }
        return new WrittenFields(texts, custom, language);
    }

    private static String text(@Nullable Object value, Locale language) {
        return switch (value) {
            case null -> "";
            case BigDecimal amount -> WrittenAmount.of(amount, language);
            default -> value.toString();
        };
    }

    String text(CustomerField field) {
        return texts.getOrDefault(field, "");
    }

    WrittenFields with(CustomerField field, String text) {
        var others = new EnumMap<>(texts);
        others.put(field, text);
        return new WrittenFields(others, custom, language);
    }

    /**
     * What was changed meanwhile and not here is taken over: saving again would else bring the old values back.
     *
     * @param now the customer as it is
     * @param customNow its custom fields
     * @param meanwhile the changes since this was read, newest first
     */
    WrittenFields rebased(
            EditableCustomer now, Map<CustomFieldId, List<String>> customNow, List<CustomerChange> meanwhile) {
        var before = new HashMap<String, String>();
        for (CustomerChange change : meanwhile) {
            change.fields().forEach(field -> before.put(field.field(), field.before() == null ? "" : field.before()));
        }
        WrittenFields current = of(now, customNow, language);
        var rebasedCustom = new HashMap<>(custom);
        custom.forEach((field, typed) -> {
            if (String.join(", ", typed).equals(before.get(field.name()))) {
                rebasedCustom.put(field, customNow.getOrDefault(field, List.of()));
            }
        });
        WrittenFields rebased = new WrittenFields(texts, rebasedCustom, language);
        for (CustomerField field : EditableCustomer.FIELDS) {
            String was = before.get(column(field));
            if (was != null && text(field).equals(shown(field, was))) {
                rebased = rebased.with(field, current.text(field));
            }
        }
        CustomerField others = CustomerField.OTHER_EMAIL;
        return now.limited().contains(others)
                ? rebased
                : rebased.with(others, together(text(others), current.text(others), rebased.text(CustomerField.EMAIL)));
    }

    /** Those typed and those that are there: of addresses the changes do not tell all, and none may get lost. */
    private static String together(String typed, String now, String main) {
        return Stream.of(typed, now)
                .flatMap(text -> Stream.of(text.split("[;,]", -1)))
                .map(String::strip)
                .filter(address -> !address.isEmpty() && !address.equals(main))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String column(CustomerField field) {
        return field == CustomerField.OTHER_PHONE
                ? "other_phones"
                : field.name().toLowerCase(Locale.ROOT);
    }

    private String shown(CustomerField field, String plain) {
        return field == CustomerField.ANNUAL_INCOME && !plain.isEmpty() ? text(new BigDecimal(plain), language) : plain;
    }

    Set<CustomerField> cleared() {
        var cleared = EnumSet.noneOf(CustomerField.class);
        texts.forEach((field, text) -> {
            if (text.isBlank()) {
                cleared.add(field);
            }
        });
        return cleared;
    }

    /** What cannot be read as a date or number stays a text, and is refused as one. */
    CustomerDraft draft() {
        var said = new EnumMap<CustomerField, String>(CustomerField.class);
        said.putAll(texts);
        said.values().removeIf(String::isBlank);
        LocalDate birthDate = date(said.get(CustomerField.BIRTH_DATE));
        BigDecimal income = WrittenAmount.read(said.getOrDefault(CustomerField.ANNUAL_INCOME, ""), language);
        String childrenText = said.getOrDefault(CustomerField.CHILDREN, "");
        Integer children = childrenText.matches("[0-9]{1,2}") ? Integer.valueOf(childrenText) : null;
        String ownerText = said.getOrDefault(CustomerField.HOME_OWNER, "");
        Boolean owner = ownerText.matches("true|false") ? Boolean.valueOf(ownerText) : null;
        removeRead(said, CustomerField.BIRTH_DATE, birthDate);
        removeRead(said, CustomerField.ANNUAL_INCOME, income);
        removeRead(said, CustomerField.CHILDREN, children);
        removeRead(said, CustomerField.HOME_OWNER, owner);
        return new CustomerDraft(said, Map.of(), birthDate, income, children, owner, new CustomDraft(custom));
    }

    private static void removeRead(Map<CustomerField, String> said, CustomerField field, @Nullable Object read) {
        if (read != null) {
            said.remove(field);
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
