package io.legame.customers.web;

import io.legame.customers.CustomerFilter;
import io.legame.customers.CustomerOrder;
import io.legame.customers.Customers;
import io.legame.customers.ListColumn;
import io.legame.customers.ListView;
import io.legame.platform.View;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of customers.
 *
 * @param count of all there are
 * @param offered all columns that may be shown beside the name
 * @param sortable those of the shown ones by which the reader may order the list
 * @param views the saved ones that the reader sees
 * @param filters where the part of the page is that makes filters; null when the reader cannot filter
 */
public record CustomerList(
        ListState state,
        Customers.Count count,
        List<ListColumn> offered,
        List<ListColumn> sortable,
        List<ListView> views,
        @Nullable String filters,
        CustomerRows rows)
        implements View {
    public @Nullable String search() {
        return state.query().search();
    }

    public @Nullable CustomerFilter filter() {
        return state.query().filter();
    }

    public @Nullable ListView view() {
        return state.view();
    }

    /** Whether the list is another one than the saved view it was made from. */
    public boolean edited() {
        return state.view() != null && !state.request().isView();
    }

    /** The list with all that is said of it, for forms that go with it. */
    public ListRequest whole() {
        return state.whole();
    }

    /** All columns that may be shown beside the name: those shown first. */
    public List<ListColumn> columns() {
        return Stream.concat(state.columns().stream(), offered.stream())
                .distinct()
                .toList();
    }

    /** The columns as they are shown. */
    public List<ListColumn> shown() {
        return Stream.concat(Stream.of(CustomerOrder.NAME), state.columns().stream())
                .toList();
    }

    /** Whether the rows are in the order of that column; null when they are not, as HTML has it. */
    public @Nullable String ariaSort(ListColumn column) {
        boolean unasked = state.query().order() == null && search() == null && column == CustomerOrder.NAME;
        return unasked || column.equals(state.query().order())
                ? state.query().descending() ? "descending" : "ascending"
                : null;
    }

    /** The same list in the order of the column; in the other direction when it is in that order already. */
    public String sorted(ListColumn column) {
        return state.whole()
                .sorted(ListQueries.sort(column, "ascending".equals(ariaSort(column))))
                .at("/customers")
                .toString();
    }

    /** The same list without its filter. */
    public String unfiltered() {
        return state.whole().filtered(null).at("/customers").toString();
    }

    /** Where the list as it is now is kept as a view. */
    public String saved() {
        return state.whole().at("/customers/views/new").toString();
    }
}
