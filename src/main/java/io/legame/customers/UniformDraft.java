package io.legame.customers;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it will be stored.
 *
 * @param draft with every value uniform; what says nothing ("n/a", a gender "NA") and what cannot be right is left out
 * @param written the values as they came, by field, where the uniform value is another
 * @param flags what is wrong with values, by field
 */
public record UniformDraft(
        CustomerDraft draft, Map<CustomerField, String> written, Map<CustomerField, ValueFlag> flags) {
    /** Why the field's value was left out; null when it was not. */
    public @Nullable ValueFlag leftOut(CustomerField field) {
        ValueFlag flag = flags.get(field);
        return flag != null && flag.kind().leftOut() ? flag : null;
    }

    /** The same without what it says of the field. */
    UniformDraft without(CustomerField field) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        texts.putAll(draft.texts());
        texts.remove(field);
        var otherWritten = new HashMap<>(written);
        otherWritten.remove(field);
        var otherFlags = new HashMap<>(flags);
        otherFlags.remove(field);
        return new UniformDraft(
                new CustomerDraft(
                        texts,
                        draft.several(),
                        draft.birthDate(),
                        draft.annualIncome(),
                        draft.children(),
                        draft.homeOwner()),
                otherWritten,
                otherFlags);
    }
}
