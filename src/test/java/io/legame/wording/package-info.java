/** Tests of the module. */
@NullMarked
package io.legame.wording;

import org.jspecify.annotations.NullMarked;
