package io.legame.customers.web;

import io.legame.access.Unit;
import io.legame.customers.ListView;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page where a list is kept, under a name and for whom.
 *
 * @param view null for a new one
 * @param units those that it can be shared with
 */
public record ListViewPage(
        @Nullable ListView view, String name, ListView.Sharing sharing, ListState list, List<Unit> units)
        implements View {
    public String action() {
        return view == null
                ? "/customers/views"
                : "/customers/views/" + view.id().value();
    }

    public boolean sharedWith(Unit unit) {
        return sharing instanceof ListView.OfUnit of && of.unit().equals(unit.id());
    }

    /** The list as it is kept. */
    public ListRequest kept() {
        return view == null ? list.whole() : list.request();
    }

    public String back() {
        return list.request().at("/customers").toString();
    }
}
