/** The shell as people see it, and what it promises. */
@NullMarked
package io.legame.platform;

import org.jspecify.annotations.NullMarked;
