package io.legame.access;

import java.util.Set;

/**
 * A right to something, contributed by a module as a bean. It is also a scope of API tokens.
 *
 * @param name {@code <module>:<verb>}, such as {@code customers:view}
 * @param roles who has it besides administrators, who have all
 * @param keepsToScope whether what it opens keeps to the customers whom somebody sees, see {@link Scope}; what does not is
 *     for those who see everybody
 * @param keepsToFields the same of the fields, see {@link FieldLimits}
 * @param showsTexts whether it opens what colleagues write about customers in their own words
 */
public record Permission(
        String name, Set<Role> roles, boolean keepsToScope, boolean keepsToFields, boolean showsTexts) {
    public Permission {
        roles = Set.copyOf(roles);
    }

    /** One that whoever sees only some of the customers, or of their fields, does not have, whatever their role. */
    public Permission(String name, Set<Role> roles) {
        this(name, roles, false, false, false);
    }

    /** The same for pages and calls that show nothing of customers, or only the fields that the reader sees. */
    public Permission withinFields() {
        return new Permission(name, roles, keepsToScope, true, showsTexts);
    }

    /** The same for pages and calls that show nobody but the customers, and nothing but the fields, that the reader sees. */
    public Permission withinScope() {
        return new Permission(name, roles, true, true, showsTexts);
    }

    /** The same for texts about customers: whoever does not see the customers' note has nothing of them. */
    public Permission ofTexts() {
        return new Permission(name, roles, keepsToScope, keepsToFields, true);
    }
}
