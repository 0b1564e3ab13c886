/** Tests of the pages of users, tokens and company. */
@NullMarked
package io.legame.access.web;

import org.jspecify.annotations.NullMarked;
