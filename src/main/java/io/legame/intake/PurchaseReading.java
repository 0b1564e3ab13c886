package io.legame.intake;

import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
    private final boolean repeatable;
    private final boolean unattachable;
    private final @Nullable RowKeys asWritten;

    PurchaseReading(Plan plan, Cells cells, Instant now) {
        this.plan = plan;
        this.cells = cells;
        this.touchpoints = new Touchpoints(plan, cells);
        this.tomorrow = now.plus(Duration.ofDays(1));
        this.repeatable = new RowKeys(plan.kind(), cells).repeatable();
        this.unattachable = plan.unattachable();
        this.asWritten = repeatable && cells.replacesAnything() ? new RowKeys(plan.kind(), cells.asWritten()) : null;
    }

    /**
     * @param keyAsWritten what the line would be called without replacements; null when that is no other name
     * @param unitPrice null when the product's counts
     */
    record Line(
            String order,
            String lineKey,
            @Nullable String keyAsWritten,
            CustomerReferences.Named customer,
            Instant occurredAt,
            Touchpoint touchpoint,
            @Nullable String productCode,
            @Nullable String productName,
            BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            BigDecimal discount,
            @Nullable BigDecimal unitCost) {}

    /** As in {@link Rows#repeatable}. */
    boolean repeatable() {
        return repeatable;
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
        var customer = new CustomerReferences.Named(
                cells.text(row, Field.CUSTOMER_NUMBER),
                cells.text(row, Field.EMAIL),
                cells.text(row, Field.COMPANY_NAME),
                cells.text(row, Field.COUNTRY));
        Instant occurredAt = occurredAt(row);
        String code = cells.text(row, Field.PRODUCT_CODE);
        BigDecimal quantity = quantity(row);
        BigDecimal discount = cells.notNegative(row, Field.DISCOUNT);
        return new Line(
                order(row, customer),
                repeatable
                        ? named(Objects.requireNonNull(staged.contentKey()), staged.occurrence())
                        : cells.required(row, Field.LINE_NUMBER),
                keyAsWritten(staged),
                customer,
                occurredAt,
                touchpoints.of(row),
                code == null ? cells.text(row, Field.PRODUCT_NAME) : code,
                cells.text(row, Field.PRODUCT_NAME),
                quantity,
                cells.notNegative(row, Field.UNIT_PRICE),
                discount == null ? BigDecimal.ZERO : quantity.signum() < 0 ? discount.negate() : discount,
                cells.notNegative(row, Field.UNIT_COST));
    }

    private static String named(String contentKey, int occurrence) {
        return contentKey + "-" + occurrence;
    }

    /** Of several equal lines the first one: who brought any of them in brought that one in. */
    private @Nullable String keyAsWritten(StagedRow staged) {
        String key = asWritten == null ? null : String.valueOf(asWritten.first(staged.cells()));
        return key == null || key.equals(staged.contentKey()) ? null : named(key, 1);
    }

    private String order(@Nullable String[] row, CustomerReferences.Named customer) {
        if (plan.kind() == ImportKind.RETURNS && !cells.has(Field.ORDER_NUMBER)) {
            if (customer.nobody()) {
                throw new Unreadable("intake.rejected.missing", Field.CUSTOMER_NUMBER, "");
            }
            return customer.value() + "/" + cells.required(row, Field.DATE_TIME);
        }
        return cells.required(row, Field.ORDER_NUMBER);
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

    /** What the row is about, as far as its cells can be read: for the totals of what was not taken. */
    BigDecimal amount(StagedRow row) {
        BigDecimal quantity = cells.has(Field.QUANTITY) ? cells.leniently(row.cells(), Field.QUANTITY) : BigDecimal.ONE;
        BigDecimal price = cells.leniently(row.cells(), Field.UNIT_PRICE);
        BigDecimal discount = cells.leniently(row.cells(), Field.DISCOUNT);
        if (quantity == null || price == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal amount = quantity.multiply(price).subtract(discount == null ? BigDecimal.ZERO : discount);
        BigDecimal signed = plan.kind() == ImportKind.RETURNS ? amount.abs().negate() : amount;
        return signed.abs().compareTo(TOO_MUCH) < 0 ? signed : BigDecimal.ZERO;
    }
}
