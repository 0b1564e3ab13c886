/** Pages of the sample shop. */
@NullMarked
package io.legame.sample.web;

import org.jspecify.annotations.NullMarked;
