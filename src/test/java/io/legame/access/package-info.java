/** Tests of the access module. */
@NullMarked
package io.legame.access;

import org.jspecify.annotations.NullMarked;
