package io.legame.access.web;

import io.legame.access.Account;
import io.legame.access.Password;
import io.legame.access.Role;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account, as the forms of the administrator send it. */
public record UserForm(
        @Nullable String email,
        @Nullable String name,
        @Nullable Set<Role> roles,
        @Nullable Password password) {
    static final UserForm EMPTY = new UserForm(null, null, null, null);

    static UserForm of(Account account) {
        return new UserForm(account.email(), account.name(), account.roles(), null);
    }

    public boolean has(Role role) {
        return roles != null && roles.contains(role);
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
