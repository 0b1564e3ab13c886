/**
 * What every module stands on and what holds no business word: the database's start, background jobs, the page shell,
 * errors, texts in two languages, the clock, money and stored files.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.legame.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
