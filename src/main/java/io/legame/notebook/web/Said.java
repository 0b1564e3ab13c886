package io.legame.notebook.web;

import org.jspecify.annotations.Nullable;

/**
 * What was done, said in passing beside the part that shows it.
 *
 * @param text in the reader's language
 * @param undo where a POST undoes it; null when nothing does
 */
public record Said(String text, @Nullable String undo) {}
