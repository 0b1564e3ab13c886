/** Tests of the module. */
@NullMarked
package io.legame.timeline;

import org.jspecify.annotations.NullMarked;
