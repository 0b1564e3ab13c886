/** Tests of the intake's pages and API. */
@NullMarked
package io.legame.intake.web;

import org.jspecify.annotations.NullMarked;
