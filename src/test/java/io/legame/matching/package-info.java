/** Tests of the module. */
@NullMarked
package io.legame.matching;

import org.jspecify.annotations.NullMarked;
