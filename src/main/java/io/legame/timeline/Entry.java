package io.legame.timeline;

import io.legame.catalogue.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a customer's timeline.
 *
 * @param key what the source calls it, such as an order number
 * @param source the system it comes from
 * @param lines of a purchase or a return; empty otherwise
 */
public record Entry(
        long id,
        Instant occurredAt,
        String kind,
        Touchpoint touchpoint,
        String source,
        String key,
        @Nullable String summary,
        Map<String, String> detail,
        List<Line> lines) {

    /** A line of a purchase (positive) or a return (negative). */
    public record Line(@Nullable ProductId product, BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount) {}

    /** The sum of the lines. */
    public BigDecimal amount() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Where the next page begins. */
    public Cursor cursor() {
        return new Cursor(occurredAt, id);
    }

    /** A place on a timeline: what comes after it is older. */
    public record Cursor(Instant occurredAt, long id) {}
}
