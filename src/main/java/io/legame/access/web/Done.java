package io.legame.access.web;

import org.jspecify.annotations.Nullable;

/**
 * A form was taken.
 *
 * @param path where to go on
 * @param toast what was done, as a sentence; null says nothing
 * @param undo where a POST undoes it; null when nothing does
 */
record Done(String path, @Nullable String toast, @Nullable String undo) {
    static Done to(String path) {
        return new Done(path, null, null);
    }

    Done saying(String sentence) {
        return new Done(path, sentence, undo);
    }

    Done undoneBy(String undoPath) {
        return new Done(path, toast, undoPath);
    }
}
