/** Tests of the module's pages and API. */
@NullMarked
package io.legame.customers.web;

import org.jspecify.annotations.NullMarked;
