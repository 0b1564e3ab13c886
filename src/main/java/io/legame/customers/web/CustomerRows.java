package io.legame.customers.web;

import io.legame.customers.CustomColumn;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerLine;
import io.legame.customers.CustomerOrder;
import io.legame.customers.CustomerSummary;
import io.legame.customers.FieldColumn;
import io.legame.customers.FieldMask;
import io.legame.customers.ListColumn;
import io.legame.platform.Shell;
import io.legame.platform.View;
import io.legame.wording.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the list; its last row fetches the next stretch when it comes into view.
 *
 * @param columns beside the name
 * @param country where phones are written without prefix
 * @param first whether nothing stands before it
 * @param next the address of the next stretch; null at the end
 * @param pick whether customers can be picked, to do something with all of them
 */
public record CustomerRows(
        List<ListColumn> columns,
        List<CustomerLine> lines,
        String country,
        boolean first,
        @Nullable String next,
        boolean pick)
        implements View {
    private @Nullable String phone(@Nullable String number) {
        return number == null || FieldMask.masked(number) ? number : PhoneNumber.display(number, country);
    }

    /** What a column is called. */
    public static String label(Shell shell, ListColumn column) {
        return switch (column) {
            case CustomerOrder order -> shell.text(order.textKey());
            case FieldColumn field -> shell.text(field.field().textKey());
            case CustomColumn custom -> custom.custom().name();
        };
    }

    /** What the column shows of the customer; null when there is nothing. */
    public @Nullable String cell(Shell shell, CustomerLine line, ListColumn column) {
        return switch (column) {
            case CustomerOrder order -> cell(shell, line.customer(), order);
            case FieldColumn field -> ShownValues.of(shell, field.field(), line.value(field.field()));
            case CustomColumn custom -> {
                CustomFields.Held held = line.value(custom.custom());
                yield held == null ? null : CustomTexts.shown(shell, held);
            }
        };
    }

    private @Nullable String cell(Shell shell, CustomerSummary customer, CustomerOrder column) {
        return switch (column) {
            case NAME -> customer.name();
            case EMAIL -> customer.email();
            case PHONE -> phone(customer.phone());
            case TOWN -> customer.town();
            case ADDED -> shell.date(customer.addedAt());
            case CHANGED -> shell.date(customer.changedAt());
            case COMPLETE -> shell.text(customer.keyed() ? "customers.yes" : "customers.no");
            case SOURCE -> customer.source();
        };
    }
}
