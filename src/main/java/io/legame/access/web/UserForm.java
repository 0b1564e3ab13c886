package io.legame.access.web;

import io.legame.access.Account;
import io.legame.access.Password;
import io.legame.access.Role;
import io.legame.access.Scope;
import io.legame.access.Unit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account, as the forms of the administrator send it.
 *
 * @param some whether it sees only the customers of the units
 * @param units by number
 */
public record UserForm(
        @Nullable String email,
        @Nullable String name,
        @Nullable Set<Role> roles,
        @Nullable Boolean some,
        @Nullable Set<Integer> units,
        @Nullable Password password) {
    static final UserForm EMPTY = new UserForm(null, null, null, null, null, null);

    static UserForm of(Account account) {
        return new UserForm(
                account.email(),
                account.name(),
                account.roles(),
                !account.sees().everybody(),
                SeenUnits.numbers(account.sees()),
                null);
    }

    public boolean has(Role role) {
        return roles != null && roles.contains(role);
    }

    Scope scope() {
        return SeenUnits.scope(some, units);
    }

    SeenUnits seen(List<Unit> all) {
        return SeenUnits.of(all, some, units);
    }

    String emailOrEmpty() {
        return Objects.requireNonNullElse(email, "");
    }

    String nameOrEmpty() {
        return Objects.requireNonNullElse(name, "");
    }

    Set<Role> rolesOrNone() {
        return roles == null ? EnumSet.noneOf(Role.class) : roles;
    }

    Password passwordOrEmpty() {
        return password == null ? new Password("") : password;
    }
}
