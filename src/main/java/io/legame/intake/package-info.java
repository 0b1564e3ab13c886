/**
 * Every way in: files of customers, products, purchases, returns and other interactions, and the same from programs.
 * What comes in is read strictly, shown as it will be stored, written in batches that resume after a kill, and
 * accounted for to the last row.
 */
@ApplicationModule(allowedDependencies = {"platform", "access", "customers", "catalogue", "timeline"})
@NullMarked
package io.legame.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
