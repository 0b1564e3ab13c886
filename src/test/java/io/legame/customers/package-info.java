/** Tests of the module. */
@NullMarked
package io.legame.customers;

import org.jspecify.annotations.NullMarked;
