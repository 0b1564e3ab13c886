package io.legame.customers;

import org.jspecify.annotations.Nullable;

/**
 * The company that a name means.
 *
 * @param customer null when none is called so
 * @param several whether more than one is called so: the name does not tell which
 */
public record CompanyMatch(@Nullable CustomerId customer, boolean several) {
    static final CompanyMatch NONE = new CompanyMatch(null, false);
    static final CompanyMatch SEVERAL = new CompanyMatch(null, true);
}
