/** Pages and API of the intake. */
@NullMarked
package io.legame.intake.web;

import org.jspecify.annotations.NullMarked;
