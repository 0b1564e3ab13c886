package io.legame.access;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Who acts: a person, a program with its token, Legame itself, or somebody not known.
 *
 * @param id of the account or the token; null for the others
 */
public record Actor(Kind kind, @Nullable Long id, String name) implements AuthenticatedPrincipal {
    /** The kinds, in the database in small letters. */
    public enum Kind {
        ACCOUNT,
        TOKEN,
        SYSTEM,
        NOBODY;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "Legame");

    /** A part of Legame that acts by itself, under the name that people know it by. */
    public static Actor system(String name) {
        return new Actor(Kind.SYSTEM, null, name);
    }

    static Actor nobody(String name) {
        return new Actor(Kind.NOBODY, null, name);
    }

    /** Who sent the request that is being answered; Legame itself outside of requests. */
    public static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : SYSTEM;
    }

    /** The account that acts, refused when it is not a person. */
    public AccountId account() {
        if (kind != Kind.ACCOUNT || id == null) {
            throw new IllegalStateException(name + " is not an account");
        }
        return new AccountId(id);
    }

    /** Does the work as this actor: whatever it records was done by it. It holds no permissions. */
    public <T> T does(Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(with(Sight.EVERYTHING, List.of()));
        SecurityContextHolder.setContext(own);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    Authentication with(Sight sight, Collection<? extends GrantedAuthority> authorities) {
        var authentication = new PreAuthenticatedAuthenticationToken(this, "", authorities);
        authentication.setDetails(sight);
        return authentication;
    }

    @Override
    public String getName() {
        return name;
    }
}
