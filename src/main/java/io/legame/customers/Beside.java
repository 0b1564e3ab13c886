package io.legame.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What lies beside a customer's own fields, as it was at a moment. */
public sealed interface Beside {
    /**
     * What two customers are to each other.
     *
     * @param side from which it is seen
     * @param otherName as the other one is called now
     */
    record Related(
            RelationKind kind,
            RelationKind.Side side,
            CustomerId other,
            String otherName,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String note)
            implements Beside {}

    /** A further address. */
    record Located(CustomerAddress address) implements Beside {}

    /** How the customer wants to be reached. */
    record Reached(ContactPreference preference) implements Beside {}
}
