/** The pages of segments, tried. */
@NullMarked
package io.legame.segments.web;

import org.jspecify.annotations.NullMarked;
