/** Tests of the intake. */
@NullMarked
package io.legame.intake;

import org.jspecify.annotations.NullMarked;
