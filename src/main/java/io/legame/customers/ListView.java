package io.legame.customers;

import io.legame.access.AccountId;
import io.legame.access.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of customers that somebody wants to see again.
 *
 * @param owner who made it; null for a program
 * @param mine whether whoever asks may change it
 * @param version grows with each change
 */
public record ListView(
        ListViewId id, @Nullable AccountId owner, String ownerName, boolean mine, Content content, int version) {
    /**
     * What somebody keeps.
     *
     * @param filter in the language of {@link CustomerFilters}; null for everybody
     * @param sort as {@link CustomerQuery} is written in addresses; null for the usual order
     */
    public record Content(
            String name,
            Sharing sharing,
            @Nullable String search,
            @Nullable String filter,
            @Nullable String sort,
            List<String> columns) {
        public Content {
            columns = List.copyOf(columns);
        }
    }

    /** Who sees it besides its owner. */
    public sealed interface Sharing {
        Sharing OWN = new Own();
        Sharing ALL = new All();
    }

    /** Nobody. */
    public record Own() implements Sharing {}

    /** The people of a shop or a team, and those who see everybody. */
    public record OfUnit(UnitId unit) implements Sharing {}

    /** All colleagues who see customers. */
    public record All() implements Sharing {}
}
