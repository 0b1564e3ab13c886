/** The pages and the API of the module. */
@NullMarked
package io.legame.catalogue.web;

import org.jspecify.annotations.NullMarked;
