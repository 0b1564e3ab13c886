package io.legame.customers.web;

import io.legame.customers.CustomerOrder;
import io.legame.customers.CustomerQuery;
import io.legame.customers.Customers;
import io.legame.platform.Address;
import io.legame.platform.View;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of customers.
 *
 * @param columns all that may be shown beside the name
 * @param sortable by which the reader may order the list
 * @param sort the order as addresses write it; null when none was chosen
 */
public record CustomerList(
        CustomerQuery query,
        @Nullable String sort,
        Customers.Count count,
        List<CustomerOrder> columns,
        Set<CustomerOrder> sortable,
        CustomerRows rows)
        implements View {
    /** All columns that may be shown beside the name: those shown first. */
    public List<CustomerOrder> offered() {
        return Stream.concat(rows.columns().stream(), columns.stream())
                .distinct()
                .toList();
    }

    /** The columns as they are shown. */
    public List<CustomerOrder> shown() {
        return Stream.concat(Stream.of(CustomerOrder.NAME), rows.columns().stream())
                .toList();
    }

    /** Whether the rows are in the order of that column; null when they are not, as HTML has it. */
    public @Nullable String ariaSort(CustomerOrder column) {
        boolean unasked = query.order() == null && query.search() == null && column == CustomerOrder.NAME;
        return unasked || query.order() == column ? query.descending() ? "descending" : "ascending" : null;
    }

    /** The same list in the order of the column; in the other direction when it is in that order already. */
    public String sorted(CustomerOrder column) {
        return Address.of("/customers")
                .with("sort", ListOrder.write(column, "ascending".equals(ariaSort(column))))
                .with("q", query.search())
                .toString();
    }
}
