/**
 * The warehouse: a columnar copy of the customers and of everything that happened, which follows PostgreSQL, can be
 * rebuilt from it at any time, and answers what would be slow to ask there; and what is computed in it.
 */
@ApplicationModule(allowedDependencies = {"platform", "access", "customers", "catalogue", "timeline"})
@NullMarked
package io.legame.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
