/** Everything that happened: immutable, idempotent facts of customers, purchases with their lines, and the touchpoints where they happened. */
@ApplicationModule(allowedDependencies = {"platform", "access", "customers", "catalogue"})
@NullMarked
package io.legame.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
