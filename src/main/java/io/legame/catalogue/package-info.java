/** What the company sells: products with their codes, categories, prices and costs. */
@ApplicationModule(allowedDependencies = {"platform", "access"})
@NullMarked
package io.legame.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
