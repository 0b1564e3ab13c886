package io.legame.access.web;

import io.legame.access.Role;
import io.legame.access.Sight;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new token, as the form sends it.
 *
 * @param some whether it reaches only the customers of the units
 * @param seesAs the role whose fields of customers it sees; null for all
 * @param days until it expires; null: never
 */
public record TokenForm(
        @Nullable String name,
        @Nullable Set<String> scopes,
        @Nullable Boolean some,
        @Nullable Set<Integer> units,
        @Nullable Role seesAs,
        @Nullable Integer days) {
    static final TokenForm EMPTY = new TokenForm(null, null, null, null, null, 365);

    public boolean has(String scope) {
        return scopes != null && scopes.contains(scope);
    }

    Sight sight() {
        return new Sight(SeenUnits.scope(some, units), seesAs == null ? Set.of() : Set.of(seesAs));
    }

    String nameOrEmpty() {
        return Objects.requireNonNullElse(name, "");
    }

    Set<String> scopesOrNone() {
        return Objects.requireNonNullElse(scopes, Set.of());
    }
}
