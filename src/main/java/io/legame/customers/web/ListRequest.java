package io.legame.customers.web;

import io.legame.platform.Address;
import org.jspecify.annotations.Nullable;

/**
 * Which list of customers an address means.
 *
 * @param q what is searched
 * @param sort a column's code, with a minus before it for the greatest first
 * @param filter in the language of {@link io.legame.customers.CustomerFilters}
 * @param view a saved view; all else comes from it, unless it is {@code edited}
 * @param edited whether the rest says what somebody made of the view, and not the view
 * @param columns the codes of the columns beside the name, with commas; of an edited view
 */
public record ListRequest(
        @Nullable String q,
        @Nullable String sort,
        @Nullable String filter,
        @Nullable Long view,
        @Nullable Boolean edited,
        @Nullable String columns) {
    /** Whether it is a saved view as it was saved. */
    boolean isView() {
        return view != null && !Boolean.TRUE.equals(edited);
    }

    ListRequest sorted(String order) {
        return changed(q, order, filter, columns);
    }

    ListRequest filtered(@Nullable String by) {
        return changed(q, sort, by, columns);
    }

    ListRequest shown(String codes) {
        return changed(q, sort, filter, codes);
    }

    private ListRequest changed(
            @Nullable String search, @Nullable String order, @Nullable String by, @Nullable String codes) {
        return new ListRequest(search, order, by, view, view == null ? null : true, view == null ? null : codes);
    }

    /** The address under a path of ours. */
    Address at(String path) {
        return Address.of(path)
                .with("view", view)
                .with("edited", edited)
                .with("filter", filter)
                .with("q", q)
                .with("sort", sort)
                .with("columns", columns);
    }
}
