package io.legame.customers;

import java.util.Map;

/** What became of one {@link CustomerDraft}. */
public sealed interface Upsert {
    /** What is wrong with values of the draft, by field; the row was taken all the same. */
    Map<CustomerField, ValueFlag> flags();

    record Created(CustomerId customer, Map<CustomerField, ValueFlag> flags) implements Upsert {}

    /** @param fields what is new, by the column's name in the database; {@code identity} among them */
    record Updated(CustomerId customer, Map<String, Change> fields, Map<CustomerField, ValueFlag> flags)
            implements Upsert {}

    /** A field's value before and after, as text; empty for none. */
    record Change(String before, String after) {}

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
