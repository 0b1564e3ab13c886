/** Segments, tried. */
@NullMarked
package io.legame.segments;

import org.jspecify.annotations.NullMarked;
