/** Tests of the module. */
@NullMarked
package io.legame.duplicates;

import org.jspecify.annotations.NullMarked;
