/** Tests of the module's pages and API. */
@NullMarked
package io.legame.duplicates.web;

import org.jspecify.annotations.NullMarked;
