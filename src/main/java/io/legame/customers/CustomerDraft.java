package io.legame.customers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file, a program or a form says about a customer, as it was written. A field that is absent says nothing: it
 * never erases what is known. {@link Customers} makes the values uniform.
 *
 * @param texts the values as written, by field
 * @param several the values of the fields of which a customer may have several, in the order of their use
 * @param birthDate already a date: how dates are written is the reader's knowledge, not ours
 * @param annualIncome in the company's currency
 */
public record CustomerDraft(
        Map<CustomerField, String> texts,
        Map<CustomerField, List<String>> several,
        @Nullable LocalDate birthDate,
        @Nullable BigDecimal annualIncome,
        @Nullable Integer children,
        @Nullable Boolean homeOwner,
        CustomDraft custom) {

    /** For what says nothing of custom fields. */
    public CustomerDraft(
            Map<CustomerField, String> texts,
            Map<CustomerField, List<String>> several,
            @Nullable LocalDate birthDate,
            @Nullable BigDecimal annualIncome,
            @Nullable Integer children,
            @Nullable Boolean homeOwner) {
        this(texts, several, birthDate, annualIncome, children, homeOwner, CustomDraft.NOTHING);
    }

    public CustomerDraft with(CustomDraft more) {
        return new CustomerDraft(texts, several, birthDate, annualIncome, children, homeOwner, more);
    }

    /** For what has only texts. */
    public static CustomerDraft of(Map<CustomerField, String> texts) {
        return new CustomerDraft(texts, Map.of(), null, null, null, null);
    }

    public static CustomerDraft of(CustomerField field, String text) {
        return of(new EnumMap<>(Map.of(field, text)));
    }

    /** The fields that it says something of. */
    public Set<CustomerField> fields() {
        Set<CustomerField> fields = EnumSet.noneOf(CustomerField.class);
        fields.addAll(texts.keySet());
        fields.addAll(several.keySet());
        add(fields, CustomerField.BIRTH_DATE, birthDate);
        add(fields, CustomerField.ANNUAL_INCOME, annualIncome);
        add(fields, CustomerField.CHILDREN, children);
        add(fields, CustomerField.HOME_OWNER, homeOwner);
        return fields;
    }

    private static void add(Set<CustomerField> fields, CustomerField field, @Nullable Object value) {
        if (value != null) {
            fields.add(field);
        }
    }

    public List<String> several(CustomerField field) {
        return several.getOrDefault(field, List.of());
    }

    public @Nullable String text(CustomerField field) {
        return texts.get(field);
    }
}
