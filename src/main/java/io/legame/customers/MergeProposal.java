package io.legame.customers;

import java.util.List;
import java.util.Map;

/**
 * What making customers one would do.
 *
 * @param survivor whose number stays in use
 * @param customers all of them, the survivor first
 * @param choices the fields that have a value, the address as one of them, see {@link MergeChoices#ADDRESS}
 * @param custom the custom fields that have a value
 */
public record MergeProposal(
        CustomerId survivor, List<Candidate> customers, List<Choice> choices, List<CustomChoice> custom) {
    /**
     * @param version counts the customer's changes: who merges says which one they saw
     * @param facts how much happened with it, such as purchases
     */
    public record Candidate(Customer customer, long version, long facts) {}

    /**
     * @param values those that the customers have: texts, and what {@link CustomerField#typed} says as what it is
     * @param chosen whose value stays
     */
    public record Choice(CustomerField field, Map<CustomerId, Object> values, CustomerId chosen) {
        public boolean differs() {
            return values.values().stream().distinct().count() > 1;
        }
    }

    /**
     * @param values those that the customers have
     * @param chosen whose value stays, unless the field is {@link CustomField#isUnited united}
     */
    public record CustomChoice(CustomField field, Map<CustomerId, CustomFields.Held> values, CustomerId chosen) {
        public boolean differs() {
            return values.values().stream()
                            .map(CustomFields.Held::text)
                            .distinct()
                            .count()
                    > 1;
        }
    }
}
