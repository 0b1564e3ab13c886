package io.legame.catalogue;

/** What became of one {@link ProductDraft}. */
public sealed interface ProductUpsert {
    record Created(ProductId product) implements ProductUpsert {}

    record Updated(ProductId product) implements ProductUpsert {}

    record Unchanged(ProductId product) implements ProductUpsert {}

    /**
     * Nothing was written.
     *
     * @param reason a text key under {@code catalogue.rejected.}
     * @param field the field at fault
     */
    record Rejected(String reason, String field, String value) implements ProductUpsert {}
}
