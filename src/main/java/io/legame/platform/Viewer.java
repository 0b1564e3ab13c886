package io.legame.platform;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is looking.
 *
 * @param name how the person is called; empty when nobody is signed in
 * @param permissions such as {@code customers:view}
 */
public record Viewer(String name, boolean signedIn, Set<String> permissions) {
    public static final Viewer NOBODY = new Viewer("", false, Set.of());

    public static Viewer current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Viewer of(@Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return NOBODY;
        }
        var permissions = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return new Viewer(authentication.getName(), true, permissions);
    }

    /** One or two letters to recognise oneself by. */
    String initials() {
        var letters = new StringBuilder();
        for (String word : name.strip().split("[\\s.@_-]+", 3)) {
            if (!word.isEmpty() && letters.codePointCount(0, letters.length()) < 2) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return letters.toString();
    }

    public boolean may(String permission) {
        return permission.isEmpty() || permissions.contains(permission);
    }
}
