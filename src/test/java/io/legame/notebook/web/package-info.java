@NullMarked
package io.legame.notebook.web;

import org.jspecify.annotations.NullMarked;
