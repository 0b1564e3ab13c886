package io.legame.customers;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it will be stored.
 *
 * @param draft with every value uniform; what says nothing ("n/a", a gender "NA") and what cannot be right is left out
 * @param written the values as they came, by field, where the uniform value is another
 * @param flags what is wrong with values, by field
 * @param custom what it says of custom fields
 */
public record UniformDraft(
        CustomerDraft draft,
        Map<CustomerField, String> written,
        Map<CustomerField, ValueFlag> flags,
        CustomReading custom) {
    /** Why the field's value was left out; null when it was not. */
    public @Nullable ValueFlag leftOut(CustomerField field) {
        ValueFlag flag = flags.get(field);
        return flag != null && flag.kind().leftOut() ? flag : null;
    }

    /** The same without what it says of the field. */
    UniformDraft without(CustomerField field) {
        return with(field, null, null, null);
    }

    /** The same with another value for the field, which is right. */
    UniformDraft with(CustomerField field, String value, String asWritten) {
        return with(field, value, value.equals(asWritten) ? null : asWritten, null);
    }

    /** The same with something to look at. */
    UniformDraft with(CustomerField field, ValueFlag flag) {
        return with(field, draft.text(field), written.get(field), flag);
    }

    private UniformDraft with(
            CustomerField field, @Nullable String value, @Nullable String asWritten, @Nullable ValueFlag flag) {
        return new UniformDraft(
                new CustomerDraft(
                        with(draft.texts(), field, value),
                        draft.several(),
                        draft.birthDate(),
                        draft.annualIncome(),
                        draft.children(),
                        draft.homeOwner()),
                with(written, field, asWritten),
                with(flags, field, flag),
                custom);
    }

    private static <T> Map<CustomerField, T> with(Map<CustomerField, T> map, CustomerField field, @Nullable T value) {
        var changed = new EnumMap<CustomerField, T>(CustomerField.class);
        changed.putAll(map);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }
}
