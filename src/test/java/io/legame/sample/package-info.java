@NullMarked
package io.legame.sample;

import org.jspecify.annotations.NullMarked;
