package io.legame.access.web;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new token, as the form sends it.
 *
 * @param days until it expires; null: never
 */
public record TokenForm(
        @Nullable String name,
        @Nullable Set<String> scopes,
        @Nullable Integer days) {
    static final TokenForm EMPTY = new TokenForm(null, null, 365);

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
