package io.legame.access;

import java.util.Set;

/** Which roles do not see everything that is known of a customer, contributed as a bean by the module that knows. */
public interface FieldLimits {
    /** Whether somebody with exactly these roles lacks some field, wholly or in part. */
    boolean limited(Set<Role> roles);

    /** Whether they lack what colleagues write in their own words, where any value may stand. */
    boolean withoutTexts(Set<Role> roles);
}
