package io.legame.timeline;

import io.legame.catalogue.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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

    /**
     * A line of a purchase (positive) or a return (negative).
     *
     * @param currency of price and amount, ISO 4217
     * @param companyAmount the amount in the company's currency, by the rate of the day
     */
    public record Line(
            @Nullable ProductId product,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount,
            String currency,
            BigDecimal companyAmount) {}

    /** The sum of the lines, in the company's currency. */
    public BigDecimal amount() {
        return lines.stream().map(Line::companyAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sums of the lines in their own currencies, by their codes. */
    public NavigableMap<String, BigDecimal> amounts() {
        var amounts = new TreeMap<String, BigDecimal>();
        lines.forEach(line -> amounts.merge(line.currency(), line.amount(), BigDecimal::add));
        return amounts;
    }

    /** Where the next page begins. */
    public Cursor cursor() {
        return new Cursor(occurredAt, id);
    }

    /** A place on a timeline: what comes after it is older. */
    public record Cursor(Instant occurredAt, long id) {}
}
