package io.legame.customers.web;

import io.legame.customers.CustomerQuery;
import io.legame.customers.ListColumn;
import io.legame.customers.ListView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of customers as somebody asked for it.
 *
 * @param request with everything that a saved view says written out, unless it is that view unchanged
 * @param view the saved view that it is, or was made from; null for none
 * @param columns beside the name
 */
public record ListState(
        ListRequest request,
        @Nullable ListView view,
        CustomerQuery query,
        @Nullable String sort,
        List<ListColumn> columns) {

    /** The same list, to be changed in one respect. */
    public ListRequest whole() {
        return new ListRequest(
                query.search(),
                sort,
                query.filter() == null ? null : query.filter().json(),
                view == null ? null : view.id().value(),
                view == null ? null : true,
                view == null ? null : ListQueries.codes(columns));
    }
}
