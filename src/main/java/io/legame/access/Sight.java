package io.legame.access;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What somebody sees of the customers.
 *
 * @param scope which of them
 * @param roles those that decide which of their fields; none for who sees all fields
 */
public record Sight(Scope scope, Set<Role> roles) {
    /** Legame itself, and programs that nobody limited. */
    public static final Sight EVERYTHING = new Sight(Scope.EVERYBODY, Set.of());

    public Sight {
        roles = roles.contains(Role.ADMINISTRATOR) ? Set.of() : Set.copyOf(roles);
    }

    /** Of whoever sent the request that is being answered; everything outside of requests. */
    public static Sight current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof Sight sight ? sight : EVERYTHING;
    }
}
