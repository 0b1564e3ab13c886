/** Legame, a CRM for companies that sell to many people: one package below this one is one module. */
@NullMarked
package io.legame;

import org.jspecify.annotations.NullMarked;
