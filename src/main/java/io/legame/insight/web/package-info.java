/** The pages and the API of insight. */
@NullMarked
package io.legame.insight.web;

import org.jspecify.annotations.NullMarked;
