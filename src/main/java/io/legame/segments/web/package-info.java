/** The pages and the API of segments. */
@NullMarked
package io.legame.segments.web;

import org.jspecify.annotations.NullMarked;
