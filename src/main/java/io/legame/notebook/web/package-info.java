/** The pages and the API of the module. */
@NullMarked
package io.legame.notebook.web;

import org.jspecify.annotations.NullMarked;
