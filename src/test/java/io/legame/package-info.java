/** The tests of the whole. */
@NullMarked
package io.legame;

import org.jspecify.annotations.NullMarked;
