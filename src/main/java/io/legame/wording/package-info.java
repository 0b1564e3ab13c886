/**
 * How names, places, addresses, numbers and codes are written: each value read as people write it, and written in one
 * way. It knows the rules of the world, and nothing of customers.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.legame.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
