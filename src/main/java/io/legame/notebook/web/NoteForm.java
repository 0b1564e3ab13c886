package io.legame.notebook.web;

import io.legame.notebook.Note;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * A note to write anew.
 *
 * @param note as it is stored
 * @param text as somebody writes it
 * @param meanwhile whether somebody else wrote another text since this one was begun
 * @param fault why it was not taken; null when nothing is wrong
 */
public record NoteForm(
        Note note, String text, boolean meanwhile, @Nullable String fault) implements View {}
