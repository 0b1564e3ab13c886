/**
 * Which records are the same person or company: pairs found by blocking, compared field by field, and weighed by what the
 * records themselves teach (Fellegi and Sunter), without examples. It knows how people and companies are written, and
 * nothing of customers.
 */
@ApplicationModule(allowedDependencies = "wording")
@NullMarked
package io.legame.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
