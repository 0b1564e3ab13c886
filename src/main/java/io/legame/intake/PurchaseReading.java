package io.legame.intake;

import io.legame.timeline.PurchaseLineName;
import io.legame.timeline.Rates;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the cells of a line of a purchase or return say, before anything is looked up. */
final class PurchaseReading {
    /** More than the database holds: thirteen digits before the point. */
    static final BigDecimal TOO_MUCH = new BigDecimal("1e13");

    private static final int QUANTITY_DECIMALS = 3;

    private final Plan plan;
    private final Cells cells;
    private final Touchpoints touchpoints;
    private final Instant tomorrow;
    private final LineNames names;
    private final WrittenCurrency currency;
    private final Rates rates;
    private final boolean unattachable;

    /** @param rates of all currencies, for what rows that are not taken are worth */
    PurchaseReading(Plan plan, Cells cells, CurrencySigns signs, Rates rates, Instant now) {
        this.currency = new WrittenCurrency(cells, signs);
        this.rates = rates;
        this.plan = plan;
        this.cells = cells;
        this.touchpoints = new Touchpoints(plan, cells);
        this.tomorrow = now.plus(Duration.ofDays(1));
        this.names = new LineNames(plan, cells);
        this.unattachable = plan.unattachable();
    }

    /**
     * @param written what the line would be called without replacements; null when there are none, or no such name
     * @param unitPrice null when the product's counts
     * @param currency null when it is the company's
     */
    record Line(
            LineNames.Name name,
            LineNames.@Nullable Name written,
            Instant occurredAt,
            Touchpoint touchpoint,
            @Nullable String productCode,
            @Nullable String productName,
            BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            BigDecimal discount,
            @Nullable BigDecimal unitCost,
            @Nullable String currency) {
        CustomerReferences.Named customer() {
            return name.customer();
        }

        /** What else it is called as its file writes it. */
        Set<PurchaseLineName> writtenAs() {
            return written == null
                    ? Set.of()
                    : Stream.of(written, written.ofItsCustomer())
                            .map(LineNames.Name::line)
                            .filter(other -> !other.equals(name.line())
                                    && !other.equals(name.ofItsCustomer().line()))
                            .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** As in {@link Rows#repeatable}. */
    boolean repeatable() {
        return names.repeatable();
    }

    Line read(StagedRow staged) {
        @Nullable String[] row = staged.cells();
        if (unattachable) {
            throw new Unreadable("intake.rejected.unattachable", null, "");
        }
        String status = cells.text(row, Field.STATUS);
        if (status != null && !SaleStatus.isSold(status)) {
            throw new Unreadable("intake.rejected.notSold", Field.STATUS, status);
        }
        Instant occurredAt = occurredAt(row);
        String code = cells.text(row, Field.PRODUCT_CODE);
        BigDecimal quantity = quantity(row);
        BigDecimal discount = cells.notNegative(row, Field.DISCOUNT);
        return new Line(
                names.read(staged, quantity.signum() < 0),
                names.written(staged, quantity.signum() < 0),
                occurredAt,
                touchpoints.of(row),
                code == null ? cells.text(row, Field.PRODUCT_NAME) : code,
                cells.text(row, Field.PRODUCT_NAME),
                quantity,
                cells.notNegative(row, Field.UNIT_PRICE),
                discount == null ? BigDecimal.ZERO : quantity.signum() < 0 ? discount.negate() : discount,
                cells.notNegative(row, Field.UNIT_COST),
                currency(row));
    }

    private @Nullable String currency(@Nullable String[] row) {
        return rates.foreign(currency.of(row, Field.UNIT_PRICE, Field.DISCOUNT, Field.UNIT_COST));
    }

    private Instant occurredAt(@Nullable String[] row) {
        Instant occurredAt = cells.moment(row, Field.DATE_TIME);
        if (occurredAt.isAfter(tomorrow)) {
            throw new Unreadable(
                    "intake.rejected.future", Field.DATE_TIME, String.valueOf(cells.raw(row, Field.DATE_TIME)));
        }
        if (occurredAt.isBefore(Timeline.EARLIEST)) {
            throw new Unreadable(
                    "intake.rejected.date", Field.DATE_TIME, String.valueOf(cells.raw(row, Field.DATE_TIME)));
        }
        return occurredAt;
    }

    /** In a file of returns people write what came back as a positive number. */
    private BigDecimal quantity(@Nullable String[] row) {
        BigDecimal quantity = cells.has(Field.QUANTITY) ? cells.number(row, Field.QUANTITY) : BigDecimal.ONE;
        if (quantity == null) {
            throw new Unreadable("intake.rejected.missing", Field.QUANTITY, "");
        }
        if (quantity.signum() == 0) {
            throw new Unreadable(
                    "intake.rejected.zero", Field.QUANTITY, String.valueOf(cells.raw(row, Field.QUANTITY)));
        }
        if (quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            throw new Unreadable(
                    "intake.rejected.decimals", Field.QUANTITY, String.valueOf(cells.raw(row, Field.QUANTITY)));
        }
        return plan.kind() == ImportKind.RETURNS ? quantity.abs().negate() : quantity;
    }

    /**
     * What the row is about in the company's currency, as far as its cells can be read and converted: for the totals of what
     * was not taken.
     */
    BigDecimal amount(StagedRow row) {
        BigDecimal quantity = cells.has(Field.QUANTITY) ? cells.leniently(row.cells(), Field.QUANTITY) : BigDecimal.ONE;
        BigDecimal price = cells.leniently(row.cells(), Field.UNIT_PRICE);
        BigDecimal discount = cells.leniently(row.cells(), Field.DISCOUNT);
        if (quantity == null || price == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal amount = quantity.multiply(price).subtract(discount == null ? BigDecimal.ZERO : discount);
        BigDecimal signed = plan.kind() == ImportKind.RETURNS ? amount.abs().negate() : amount;
        return signed.abs().compareTo(TOO_MUCH) < 0 ? inCompanyCurrency(signed, row.cells()) : BigDecimal.ZERO;
    }

    private BigDecimal inCompanyCurrency(BigDecimal amount, @Nullable String[] row) {
        try {
            String foreign = currency(row);
            BigDecimal converted =
                    foreign == null ? amount : rates.convert(amount, foreign, cells.moment(row, Field.DATE_TIME));
            return converted == null ? BigDecimal.ZERO : converted;
        } catch (Unreadable e) {
            return BigDecimal.ZERO;
        }
    }
}
