package io.legame.notebook;

import java.time.Instant;

/**
 * A note, an attachment or a task, told in one line.
 *
 * @param kind {@code note}, {@code attachment} or {@code task}
 * @param title the beginning of a text, the name of a file, what is to be done
 */
public record Item(long id, String kind, String title, Instant at) {}
