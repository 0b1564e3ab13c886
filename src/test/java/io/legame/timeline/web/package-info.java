/** Tests of the timeline's pages and API. */
@NullMarked
package io.legame.timeline.web;

import org.jspecify.annotations.NullMarked;
