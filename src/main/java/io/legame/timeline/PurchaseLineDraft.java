package io.legame.timeline;

import io.legame.catalogue.ProductId;
import io.legame.customers.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param currency of price, discount and cost, ISO 4217; null for the company's
 * @param ofItsCustomer what the line is called where several customers have an order of this number; null when that
 *     cannot be
 * @param writtenAs what the line is called where its values are read as its file writes them, so that it is known when
 *     the file comes again and is read in another way; empty when that is no other name
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
        @Nullable BigDecimal unitCost,
        @Nullable String currency,
        @Nullable PurchaseLineName ofItsCustomer,
        Set<PurchaseLineName> writtenAs) {

    public PurchaseLineDraft {
        // as exactly as PostgreSQL keeps it
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A line in the company's currency whose values are read as they are written. */
    public PurchaseLineDraft(
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
        this(
                order,
                lineKey,
                customer,
                occurredAt,
                touchpoint,
                product,
                quantity,
                unitPrice,
                discount,
                unitCost,
                null,
                null,
                Set.of());
    }

    /** The same line under another name. */
    public PurchaseLineDraft called(PurchaseLineName name) {
        return new PurchaseLineDraft(
                name.order(),
                name.lineKey(),
                customer,
                occurredAt,
                touchpoint,
                product,
                quantity,
                unitPrice,
                discount,
                unitCost,
                currency,
                ofItsCustomer,
                writtenAs);
    }

    /** The same line in a currency. */
    public PurchaseLineDraft in(@Nullable String other) {
        return new PurchaseLineDraft(
                order,
                lineKey,
                customer,
                occurredAt,
                touchpoint,
                product,
                quantity,
                unitPrice,
                discount,
                unitCost,
                other,
                ofItsCustomer,
                writtenAs);
    }

    PurchaseLineName name() {
        return new PurchaseLineName(order, lineKey, isReturn());
    }

    /** The name that it has where customers share the number of its order. */
    Stream<PurchaseLineName> alternative() {
        return Stream.ofNullable(ofItsCustomer);
    }

    /** All its names. */
    Stream<PurchaseLineName> names() {
        return Stream.of(Stream.of(name()), alternative(), writtenAs.stream()).flatMap(each -> each);
    }

    /** Whether the line gives goods and money back. */
    public boolean isReturn() {
        return quantity.signum() < 0;
    }
}
