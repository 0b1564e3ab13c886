package io.legame.customers;

import java.util.Set;

/**
 * A choice of customers by what is known of them and what they did, in the language of {@link CustomerFilters}.
 *
 * @param json as it is stored and asked for
 * @param sentence the same in words
 * @param fields what it asks about: who does not see these cannot choose by them
 * @param custom the same of the company's own fields
 */
public record CustomerFilter(String json, String sentence, Set<CustomerField> fields, Set<CustomFieldId> custom) {
    public CustomerFilter {
        fields = Set.copyOf(fields);
        custom = Set.copyOf(custom);
    }
}
