package io.legame.customers;

import java.util.Set;

/**
 * How this company wants its customers.
 *
 * @param key the kind of identity that is the one mandatory unique key
 * @param off the rules that are switched off
 * @param fields what it wants to know beyond what every company does
 */
record Settings(Identity.Kind key, Set<UniformityRule> off, CustomFieldList fields) {}
