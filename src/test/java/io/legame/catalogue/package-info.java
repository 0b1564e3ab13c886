/** Tests of the module. */
@NullMarked
package io.legame.catalogue;

import org.jspecify.annotations.NullMarked;
