/**
 * A shop to explore before one's own files are in: an invented Italian retailer of fashion and things for the home, with
 * its customers and two years of what happened to them. Always the same, written through the doors that everybody uses,
 * and removed in one click.
 */
@ApplicationModule(allowedDependencies = {"platform", "access", "customers", "catalogue", "timeline"})
@NullMarked
package io.legame.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
