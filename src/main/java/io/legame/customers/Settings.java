package io.legame.customers;

import java.util.Set;

/**
 * How this company wants its customers.
 *
 * @param key the kind of identity that is the one mandatory unique key
 * @param off the rules that are switched off
 */
record Settings(Identity.Kind key, Set<UniformityRule> off) {}
