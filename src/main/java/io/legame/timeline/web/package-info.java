/** The pages and the API of the module. */
@NullMarked
package io.legame.timeline.web;

import org.jspecify.annotations.NullMarked;
