package io.legame.timeline;

import io.legame.catalogue.ProductId;
import io.legame.customers.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of a purchase, or of a return when the quantity is negative.
 *
 * @param order the order's number at the source; its lines make one entry of the timeline
 * @param lineKey what tells the line from the others of the order
 * @param customer null for a sale to somebody who is not known
 * @param unitPrice not negative, at most four decimals
 * @param discount taken off quantity × unit price; zero if none
 * @param unitCost null when not known
 */
public record PurchaseLineDraft(
        String order,
        String lineKey,
        @Nullable CustomerId customer,
        Instant occurredAt,
        Touchpoint touchpoint,
        @Nullable ProductId product,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        @Nullable BigDecimal unitCost) {

    public PurchaseLineDraft {
        // as exactly as PostgreSQL keeps it
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the line gives goods and money back. */
    public boolean isReturn() {
        return quantity.signum() < 0;
    }
}
