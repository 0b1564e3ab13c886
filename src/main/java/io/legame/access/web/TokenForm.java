package io.legame.access.web;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new token, as the form sends it.
 *
 * @param some whether it reaches only the customers of the units
 * @param days until it expires; null: never
 */
public record TokenForm(
        @Nullable String name,
        @Nullable Set<String> scopes,
        @Nullable Boolean some,
        @Nullable Set<Integer> units,
        @Nullable Integer days) {
    static final TokenForm EMPTY = new TokenForm(null, null, null, null, 365);

    public boolean has(String scope) {
        return scopes != null && scopes.contains(scope);
    }

    String nameOrEmpty() {
        return Objects.requireNonNullElse(name, "");
    }

    Set<String> scopesOrNone() {
        return Objects.requireNonNullElse(scopes, Set.of());
    }
}
