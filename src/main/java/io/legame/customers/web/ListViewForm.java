package io.legame.customers.web;

import io.legame.access.UnitId;
import io.legame.customers.ListColumn;
import io.legame.customers.ListView;
import org.jspecify.annotations.Nullable;

/**
 * A kept list as a form sends it.
 *
 * @param name null when only the list itself is another one
 * @param sharing own, all, or the number of a unit
 * @param version that was seen
 */
record ListViewForm(
        @Nullable String name,
        @Nullable String sharing,
        @Nullable Integer version) {
    int seen() {
        return version == null ? 0 : version;
    }

    ListView.Content content(ListState list) {
        return content(name == null ? "" : name, wanted(), list);
    }

    /** What is not said stays as it was. */
    ListView.Content content(ListView before, @Nullable ListState list) {
        ListView.Content was = before.content();
        String called = name == null ? was.name() : name;
        ListView.Sharing shared = sharing == null ? was.sharing() : wanted();
        return list == null
                ? new ListView.Content(called, shared, was.search(), was.filter(), was.sort(), was.columns())
                : content(called, shared, list);
    }

    private static ListView.Content content(String name, ListView.Sharing sharing, ListState list) {
        var query = list.query();
        return new ListView.Content(
                name,
                sharing,
                query.search(),
                query.filter() == null ? null : query.filter().json(),
                list.sort(),
                list.columns().stream().map(ListColumn::code).toList());
    }

    private ListView.Sharing wanted() {
        return switch (sharing == null ? "own" : sharing) {
            case "own" -> ListView.Sharing.OWN;
            case "all" -> ListView.Sharing.ALL;
            case String unit ->
                new ListView.OfUnit(new UnitId(unit.matches("[0-9]{1,9}") ? Integer.parseInt(unit) : 0));
        };
    }
}
