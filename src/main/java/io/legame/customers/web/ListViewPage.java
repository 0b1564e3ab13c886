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
 * @param list what is kept of it; null for a view whose name or readers change
 * @param units those that it can be shared with
 */
public record ListViewPage(
        @Nullable ListView view,
        String name,
        ListView.Sharing sharing,
        @Nullable ListState list,
        List<Unit> units) implements View {
    public String action() {
        return view == null
                ? "/customers/views"
                : "/customers/views/" + view.id().value();
    }

    public boolean sharedWith(Unit unit) {
        return sharing instanceof ListView.OfUnit of && of.unit().equals(unit.id());
    }

    public String back() {
        return list != null
                ? list.request().at("/customers").toString()
                : view == null ? "/customers" : "/customers?view=" + view.id().value();
    }
}
