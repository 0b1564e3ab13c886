/**
 * Groups of customers with something in common: the filter language (Java types, JSON, a sentence), the size and the
 * weight on revenue of any filter on any day, and the segments that people saved.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "wording", "access", "customers", "catalogue", "timeline", "insight"})
@NullMarked
package io.legame.segments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
