package io.legame.customers.web;

import io.legame.access.Actor;
import io.legame.customers.CustomerFilter;
import io.legame.customers.CustomerQuery;
import io.legame.customers.Customers;
import io.legame.customers.ListColumn;
import io.legame.customers.ListColumns;
import io.legame.customers.ListView;
import io.legame.customers.ListViewId;
import io.legame.customers.ListViews;
import io.legame.platform.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which list of customers somebody asks for. */
@Component
class ListQueries {
    private static final String DESCENDING = "-";

    private final Customers customers;
    private final ListColumns columns;
    private final ListViews views;

    ListQueries(Customers customers, ListColumns columns, ListViews views) {
        this.customers = customers;
        this.columns = columns;
        this.views = views;
    }

    /** For a person, with the columns that they chose or the view has. */
    ListState read(ListRequest request) {
        ListView view = request.view() == null
                ? null
                : views.find(new ListViewId(request.view())).orElseThrow(Refusal::notFound);
        return view != null && request.isView() ? kept(request, view) : asked(request, view);
    }

    private ListState asked(ListRequest request, @Nullable ListView view) {
        return new ListState(
                request,
                view,
                query(request),
                request.sort(),
                view == null ? chosen() : shown(columns(request.columns())));
    }

    /** A view stays one whatever has become of the fields that it asks of: an order by one that is gone is none. */
    private ListState kept(ListRequest request, ListView view) {
        ListView.Content content = view.content();
        String filter = content.filter();
        CustomerFilter chosen = filter == null ? null : customers.keptFilter(filter);
        String sort = content.sort();
        ListColumn order = sort == null ? null : order(sort).orElse(null);
        return new ListState(
                request,
                view,
                new CustomerQuery(content.search(), chosen, order, order != null && descends(sort)),
                order == null ? null : sort,
                shown(columns.read(content.columns())));
    }

    private List<ListColumn> chosen() {
        return columns.of(Actor.current().account());
    }

    private List<ListColumn> shown(List<ListColumn> wanted) {
        return columns.seen(wanted);
    }

    /** @throws Refusal when there is no such order, or the filter is none */
    CustomerQuery query(ListRequest request) {
        String sort = request.sort();
        CustomerFilter filter = request.filter() == null ? null : customers.filter(request.filter());
        if (sort == null) {
            return new CustomerQuery(request.q(), filter, null, false);
        }
        ListColumn order = order(sort).orElseThrow(() -> Refusal.of("customers.error.sort"));
        return new CustomerQuery(request.q(), filter, order, descends(sort));
    }

    private Optional<ListColumn> order(String sort) {
        return columns.find(descends(sort) ? sort.substring(1) : sort).filter(ListColumn::sortable);
    }

    private static boolean descends(@Nullable String sort) {
        return sort != null && sort.startsWith(DESCENDING);
    }

    static String sort(ListColumn order, boolean descending) {
        return (descending ? DESCENDING : "") + order.code();
    }

    List<ListColumn> columns(@Nullable String codes) {
        return codes == null || codes.isEmpty() ? List.of() : columns.read(List.of(codes.split(",", -1)));
    }

    static String codes(List<ListColumn> columns) {
        return columns.stream().map(ListColumn::code).collect(Collectors.joining(","));
    }
}
