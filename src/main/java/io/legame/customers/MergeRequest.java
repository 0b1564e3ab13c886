package io.legame.customers;

import java.util.Map;
import java.util.Set;

/**
 * Customers that somebody, or a rule, says are the same.
 *
 * @param survivor whose number stays in use
 * @param others who become part of it
 * @param chosen whose value each field takes; what is not named is chosen as {@link MergeProposal} says
 * @param custom the same of custom fields; who names one that is united wants the value of one customer alone
 * @param seen the versions on which this was decided; nothing is done when one has changed since. Empty when nobody looked
 */
public record MergeRequest(
        CustomerId survivor,
        Set<CustomerId> others,
        Map<CustomerField, CustomerId> chosen,
        Map<CustomFieldId, CustomerId> custom,
        Map<CustomerId, Long> seen) {
    public MergeRequest {
        others = Set.copyOf(others);
        chosen = Map.copyOf(chosen);
        custom = Map.copyOf(custom);
        seen = Map.copyOf(seen);
    }

    /** The one that stays as all its values say. */
    public static MergeRequest of(CustomerId survivor, Set<CustomerId> others) {
        return new MergeRequest(survivor, others, Map.of(), Map.of(), Map.of());
    }
}
