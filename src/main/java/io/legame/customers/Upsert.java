package io.legame.customers;

import java.util.Map;
import java.util.Set;

/** What became of one {@link CustomerDraft}. */
public sealed interface Upsert {
    /** What is wrong with values of the draft, by field; the row was taken all the same. */
    Map<CustomerField, ValueFlag> flags();

    record Created(CustomerId customer, Map<CustomerField, ValueFlag> flags) implements Upsert {}

    /** @param fields the columns whose values are new, by their names in the database; {@code identity} among them */
    record Updated(CustomerId customer, Set<String> fields, Map<CustomerField, ValueFlag> flags) implements Upsert {}

    /** Everything the draft says was known already. */
    record Unchanged(CustomerId customer, Map<CustomerField, ValueFlag> flags) implements Upsert {}

    /**
     * Nothing was written.
     *
     * @param reason a text key under {@code customers.rejected.}
     * @param field the field at fault
     * @param value as it was written
     */
    record Rejected(String reason, CustomerField field, String value) implements Upsert {
        @Override
        public Map<CustomerField, ValueFlag> flags() {
            return Map.of();
        }
    }
}
