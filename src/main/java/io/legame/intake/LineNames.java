package io.legame.intake;

import io.legame.timeline.PurchaseLineName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What lines of purchases and returns are called: by their values as they are read, and as the file writes them. */
final class LineNames {
    private final Plan plan;
    private final Cells cells;
    private final @Nullable Cells asWritten;
    private final boolean repeatable;

    LineNames(Plan plan, Cells cells) {
        this.plan = plan;
        this.cells = cells;
        this.asWritten = cells.replacesAnything() ? cells.asWritten() : null;
        this.repeatable = new RowKeys(plan.kind(), cells).repeatable();
    }

    /**
     * A line's name.
     *
     * @param order without what tells two customers' orders of one number apart
     * @param customer whose order it is
     */
    record Name(String order, String lineKey, boolean isReturn, CustomerReferences.Named customer) {
        PurchaseLineName line() {
            return new PurchaseLineName(order, lineKey, isReturn);
        }

        /** Two customers share an order number: the second one's order needs another name. */
        Name ofItsCustomer() {
            return new Name(order + "/" + (customer.nobody() ? "–" : customer.value()), lineKey, isReturn, customer);
        }
    }

    /** As in {@link Rows#repeatable}. */
    boolean repeatable() {
        return repeatable;
    }

    Name read(StagedRow staged, boolean isReturn) {
        @Nullable String[] row = staged.cells();
        return new Name(
                order(row),
                repeatable
                        ? numbered(Objects.requireNonNull(staged.contentKey()), staged.occurrence())
                        : cells.required(row, Field.LINE_NUMBER),
                isReturn,
                customer(cells, row));
    }

    /** Null when nothing of the line is read otherwise, or when it has no name as it is written. */
    @Nullable
    Name written(StagedRow staged, boolean isReturn) {
        if (asWritten == null) {
            return null;
        }
        @Nullable String[] row = staged.cells();
        String order = writtenOrder(asWritten, row);
        String key = repeatable ? writtenKey(staged) : asWritten.text(row, Field.LINE_NUMBER);
        return order == null || key == null
                ? null
                : new Name(order, key, wentBack(asWritten, row, isReturn), customer(asWritten, row));
    }

    private static String writtenKey(StagedRow staged) {
        return staged.writtenKey() == null
                ? numbered(Objects.requireNonNull(staged.contentKey()), staged.occurrence())
                : numbered(staged.writtenKey(), staged.writtenOccurrence());
    }

    private static String numbered(String key, int occurrence) {
        return key + "-" + occurrence;
    }

    private boolean wentBack(Cells written, @Nullable String[] row, boolean isReturn) {
        var quantity = plan.kind() == ImportKind.RETURNS ? null : written.leniently(row, Field.QUANTITY);
        return quantity == null ? isReturn : quantity.signum() < 0;
    }

    static CustomerReferences.Named customer(Cells cells, @Nullable String[] row) {
        return new CustomerReferences.Named(
                cells.text(row, Field.CUSTOMER_NUMBER),
                cells.text(row, Field.EMAIL),
                cells.text(row, Field.COMPANY_NAME),
                cells.text(row, Field.COUNTRY));
    }

    private String order(@Nullable String[] row) {
        if (!byCustomerAndTime()) {
            return cells.required(row, Field.ORDER_NUMBER);
        }
        CustomerReferences.Named customer = customer(cells, row);
        if (customer.nobody()) {
            throw new Unreadable("intake.rejected.missing", Field.CUSTOMER_NUMBER, "");
        }
        return customer.value() + "/" + cells.required(row, Field.DATE_TIME);
    }

    private @Nullable String writtenOrder(Cells written, @Nullable String[] row) {
        if (!byCustomerAndTime()) {
            return written.text(row, Field.ORDER_NUMBER);
        }
        CustomerReferences.Named customer = customer(written, row);
        String time = written.text(row, Field.DATE_TIME);
        return customer.nobody() || time == null ? null : customer.value() + "/" + time;
    }

    private boolean byCustomerAndTime() {
        return plan.kind() == ImportKind.RETURNS && !cells.has(Field.ORDER_NUMBER);
    }
}
