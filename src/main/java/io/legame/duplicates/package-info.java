/**
 * Customers who are there twice: the whole base is searched for them, each proposal says why, people or a rule make them
 * one, and what somebody said is not the same is never proposed again.
 */
@ApplicationModule(allowedDependencies = {"platform", "access", "customers", "matching"})
@NullMarked
package io.legame.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
