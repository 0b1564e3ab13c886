package io.legame.customers;

import org.jspecify.annotations.Nullable;

/** A column of the list of customers. */
public sealed interface ListColumn permits CustomerOrder, FieldColumn, CustomColumn {
    /** As the API and the addresses of pages write it. */
    String code();

    /** Whether the list can be in its order. */
    boolean sortable();

    /** The field that it tells; null when it tells none that could be hidden, or one of the company's own. */
    @Nullable
    CustomerField field();
}
