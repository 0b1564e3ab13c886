package io.legame.insight;

import io.legame.customers.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision to let a customer go.
 *
 * @param until the first day when it no longer holds; null while it does. The same day as {@code from}: it was taken back
 * @param costAvoided by the year, in the company's currency, as it was when it was decided
 * @param winBack whether campaigns may try to win the customer back
 */
public record Dismissal(
        long id,
        CustomerId customer,
        LocalDate from,
        @Nullable LocalDate until,
        DismissalReason reason,
        @Nullable String note,
        BigDecimal costAvoided,
        boolean winBack,
        Instant at,
        String by,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    public boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && (until == null || until.isAfter(day));
    }
}
