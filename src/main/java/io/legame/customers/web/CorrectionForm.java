package io.legame.customers.web;

import io.legame.customers.CorrectionTarget;
import io.legame.customers.CustomerField;
import io.legame.customers.UniformityRule;
import io.legame.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What to correct: the proposals of a field, of one group or of all, or a rule.
 *
 * @param field such as {@code email}
 * @param from the value, or the domain of addresses; left out for all proposals of the field
 * @param to what is proposed, likewise
 * @param rule such as {@code person_names}; instead of the others
 */
record CorrectionForm(
        @Nullable String field,
        @Nullable String from,
        @Nullable String to,
        @Nullable String rule) {

    CorrectionTarget target() {
        if (rule != null) {
            return new CorrectionTarget.Rule(
                    UniformityRule.of(rule).orElseThrow(() -> Refusal.of("customers.error.rule", rule)));
        }
        if (field == null) {
            throw Refusal.of("customers.error.nothingNamed");
        }
        CustomerField of = CustomerField.of(field)
                .filter(CorrectionTarget.Proposals::isProposed)
                .orElseThrow(() -> Refusal.of("customers.error.field", field));
        return new CorrectionTarget.Proposals(of, from, to);
    }
}
