@NullMarked
package io.legame.notebook;

import org.jspecify.annotations.NullMarked;
