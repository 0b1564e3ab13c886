/** The tests of the warehouse. */
@NullMarked
package io.legame.insight;

import org.jspecify.annotations.NullMarked;
