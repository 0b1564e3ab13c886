package io.legame.customers.web;

import io.legame.customers.CustomerOrder;
import io.legame.customers.CustomerSummary;
import io.legame.customers.FieldMask;
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
 * @param next the address of the next stretch; null at the end
 */
public record CustomerRows(
        List<CustomerOrder> columns,
        List<CustomerSummary> customers,
        String country,
        @Nullable String next) implements View {
    private @Nullable String phone(@Nullable String number) {
        return number == null || FieldMask.masked(number) ? number : PhoneNumber.display(number, country);
    }

    /** What the column shows of the customer; null when there is nothing. */
    public @Nullable String cell(Shell shell, CustomerSummary customer, CustomerOrder column) {
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
