package io.legame.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What makes two rows of a file the same: computed while the file is read, compared in the database. */
final class RowKeys {
    private final ImportKind kind;
    private final Cells cells;
    private final @Nullable RowKeys asWritten;

    RowKeys(ImportKind kind, Cells cells) {
        this.kind = kind;
        this.cells = cells;
        this.asWritten = repeatable() && cells.replacesAnything() ? new RowKeys(kind, cells.asWritten()) : null;
    }

    /** Whether equal rows are rows of their own (two equal lines of an order) rather than a mistake. */
    boolean repeatable() {
        return kind.hasAmounts() && !cells.has(Field.LINE_NUMBER);
    }

    /** Null for a row without what tells it from others. */
    @Nullable
    UUID first(@Nullable String[] row) {
        return switch (kind) {
            case CUSTOMERS -> hash("e", lower(cells.text(row, Field.EMAIL)));
            case PRODUCTS -> hash("p", product(row));
            case INTERACTIONS -> hash("i", cells.text(row, Field.KEY));
            case PURCHASES, RETURNS -> repeatable() ? content(row) : numberedLine(row);
        };
    }

    /** The second key of a customer. */
    @Nullable
    UUID second(@Nullable String[] row) {
        return kind == ImportKind.CUSTOMERS ? hash("n", cells.text(row, Field.CUSTOMER_NUMBER)) : null;
    }

    /** What the first key of a line without a number would be without replacements; null when it is the same. */
    @Nullable
    UUID written(@Nullable String[] row, @Nullable UUID first) {
        UUID written = asWritten == null ? null : asWritten.first(row);
        return java.util.Objects.equals(written, first) ? null : written;
    }

    private @Nullable UUID numberedLine(@Nullable String[] row) {
        String order = cells.text(row, Field.ORDER_NUMBER);
        String line = cells.text(row, Field.LINE_NUMBER);
        return order == null || line == null ? null : hash("l", order + '\n' + line + '\n' + customer(row));
    }

    /** Numbers are compared by value, so that a file exported with other formats is still the same. */
    private UUID content(@Nullable String[] row) {
        return java.util.Objects.requireNonNull(hash(
                "c",
                cells.text(row, Field.ORDER_NUMBER)
                        + '\n'
                        + customer(row)
                        + '\n'
                        + product(row)
                        + '\n'
                        + plain(row, Field.QUANTITY)
                        + '\n'
                        + plain(row, Field.UNIT_PRICE)
                        + '\n'
                        + plain(row, Field.DISCOUNT)));
    }

    private @Nullable String product(@Nullable String[] row) {
        return cells.text(row, cells.has(Field.PRODUCT_CODE) ? Field.PRODUCT_CODE : Field.PRODUCT_NAME);
    }

    private @Nullable String customer(@Nullable String[] row) {
        String number = cells.text(row, Field.CUSTOMER_NUMBER);
        String email = lower(cells.text(row, Field.EMAIL));
        return number != null ? number : email != null ? email : cells.text(row, Field.COMPANY_NAME);
    }

    private String plain(@Nullable String[] row, Field field) {
        var number = cells.leniently(row, field);
        return number == null
                ? String.valueOf(cells.raw(row, field))
                : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable UUID hash(String space, @Nullable String text) {
        return text == null ? null : UUID.nameUUIDFromBytes((space + text).getBytes(StandardCharsets.UTF_8));
    }
}
