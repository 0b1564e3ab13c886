/** The pages and the API of the module. */
@NullMarked
package io.legame.customers.web;

import org.jspecify.annotations.NullMarked;
