package io.legame.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of the staff who may sign in.
 *
 * @param email in small letters, one account each
 * @param sees which customers
 * @param language such as {@code it}; null for the browser's
 * @param passwordGiven the password is one that an administrator chose
 * @param disabledAt null while the account may be used
 */
public record Account(
        AccountId id,
        String email,
        String name,
        Set<Role> roles,
        Scope sees,
        @Nullable String language,
        boolean passwordGiven,
        Instant createdAt,
        @Nullable Instant signedInAt,
        @Nullable Instant disabledAt) {

    public boolean enabled() {
        return disabledAt == null;
    }

    public boolean administrator() {
        return roles.contains(Role.ADMINISTRATOR);
    }

    Sight sight() {
        return new Sight(sees, roles);
    }

    Actor actor() {
        return new Actor(Actor.Kind.ACCOUNT, id.value(), name);
    }
}
