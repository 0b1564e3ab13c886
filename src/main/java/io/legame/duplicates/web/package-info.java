/** The pages and the API of the module. */
@NullMarked
package io.legame.duplicates.web;

import org.jspecify.annotations.NullMarked;
