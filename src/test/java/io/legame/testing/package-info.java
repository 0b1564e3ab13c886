/** What the tests of all modules share: a real PostgreSQL, a settable clock, a browser. */
@NullMarked
package io.legame.testing;

import org.jspecify.annotations.NullMarked;
