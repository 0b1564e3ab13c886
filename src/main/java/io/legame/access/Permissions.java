package io.legame.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Every right there is, as the modules declare them. */
@Component
public class Permissions {
    /** The scope that holds every permission, those of later versions too. */
    public static final String EVERYTHING = "*";

    private final List<Permission> all;
    private final List<FieldLimits> limits;

    Permissions(List<Permission> all, List<FieldLimits> limits) {
        this.all = List.copyOf(all);
        this.limits = List.copyOf(limits);
    }

    /** The names, in alphabetical order. */
    public Set<String> names() {
        var names = new TreeSet<String>();
        all.forEach(permission -> names.add(permission.name()));
        return names;
    }

    /** What people with any of the roles may do. */
    public Set<String> of(Set<Role> roles) {
        var names = new TreeSet<String>();
        for (Permission permission : all) {
            if (roles.contains(Role.ADMINISTRATOR)
                    || permission.roles().stream().anyMatch(roles::contains)) {
                names.add(permission.name());
            }
        }
        return names;
    }

    List<GrantedAuthority> authorities(Set<Role> roles, Sight sight) {
        return AuthorityUtils.createAuthorityList(within(sight, of(roles)));
    }

    /** Scopes that no module declares any more grant nothing. */
    List<GrantedAuthority> authorities(Collection<String> scopes, Sight sight) {
        var names = names();
        if (!scopes.contains(EVERYTHING)) {
            names.retainAll(scopes);
        }
        return AuthorityUtils.createAuthorityList(within(sight, names));
    }

    /** Who sees only some of the customers, or of their fields, may nothing that shows or changes others. */
    private Set<String> within(Sight sight, Set<String> names) {
        boolean some = !sight.scope().everybody();
        boolean limited = limits.stream().anyMatch(each -> each.limited(sight.roles()));
        boolean withoutTexts = limits.stream().anyMatch(each -> each.withoutTexts(sight.roles()));
        all.stream()
                .filter(permission -> (some && !permission.keepsToScope())
                        || (limited && !permission.keepsToFields())
                        || (withoutTexts && permission.showsTexts()))
                .map(Permission::name)
                .forEach(names::remove);
        return names;
    }
}
