/** The pages of the access module. */
@NullMarked
package io.legame.access.web;

import org.jspecify.annotations.NullMarked;
