package io.legame.customers;

/** What became of one {@link CustomerDraft}. */
public sealed interface Upsert {
    record Created(CustomerId customer) implements Upsert {}

    record Updated(CustomerId customer) implements Upsert {}

    /** Everything the draft says was known already. */
    record Unchanged(CustomerId customer) implements Upsert {}

    /**
     * Nothing was written.
     *
     * @param reason a text key under {@code customers.rejected.}
     * @param field the field at fault
     * @param value as it was written
     */
    record Rejected(String reason, CustomerField field, String value) implements Upsert {}
}
