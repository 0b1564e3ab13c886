package io.legame.customers;

import io.legame.customers.db.tables.records.CustomerRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Applies a rule to what is stored, as if it came now. What is not known is not filled in. */
record RuleCorrection(Uniformity uniformity, UniformityRule rule) implements Correcting {
    @Override
    public List<CorrectedValue> of(CustomerState state) {
        return of(state, uniformity.apply(draft(state.row())), rule);
    }

    /** Whether the rule writes fields that are stored with the customer. */
    static boolean canBeApplied(UniformityRule rule) {
        return rule.fields().stream().anyMatch(field -> CustomerRow.column(field) != null);
    }

    /** What is stored, as a draft. */
    static CustomerDraft draft(CustomerRecord row) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            String value = value(row, field);
            if (value != null) {
                texts.put(field, value);
            }
        }
        return CustomerDraft.of(texts);
    }

    private static @Nullable String value(CustomerRecord row, CustomerField field) {
        TableField<?, String> column = CustomerRow.column(field);
        return column == null ? null : row.get(column);
    }

    /** Whether the rules leave everything that is stored as it is: so it is with nearly all customers. */
    static boolean changesNothing(CustomerDraft stored, UniformDraft uniform) {
        return uniform.flags().isEmpty()
                && stored.texts().entrySet().stream()
                        .allMatch(text -> text.getValue().equals(uniform.draft().text(text.getKey())));
    }

    /** @param uniform the stored values as the rules write them */
    static List<CorrectedValue> of(CustomerState state, UniformDraft uniform, UniformityRule rule) {
        var corrected = new ArrayList<CorrectedValue>();
        for (CustomerField field : rule.fields()) {
            String value = value(state.row(), field);
            if (value == null) {
                continue;
            }
            String written = uniform.draft().text(field);
            ValueFlag flag = uniform.flags().get(field);
            if (written != null && !written.equals(value)) {
                corrected.add(new CorrectedValue(field, written, flag));
            } else if (written != null && flag != null && state.flag(field) == null) {
                corrected.add(new CorrectedValue(field, value, flag));
            } else if (written == null && flag != null && flag.kind().leftOut()) {
                String original = state.written(field);
                corrected.add(new CorrectedValue(
                        field, null, new ValueFlag(flag.kind(), original == null ? value : original, null)));
            }
        }
        return corrected;
    }
}
