package io.legame.access;

import java.util.Set;

/**
 * A right to something, contributed by a module as a bean. It is also a scope of API tokens.
 *
 * @param name {@code <module>:<verb>}, such as {@code customers:view}
 * @param roles who has it besides administrators, who have all
 */
public record Permission(String name, Set<Role> roles) {
    public Permission {
        roles = Set.copyOf(roles);
    }
}
