package io.legame.intake;

import org.jspecify.annotations.Nullable;

/**
 * A row that was not taken.
 *
 * @param line of the file, counted from one
 * @param reason a text key; {@code {0}} in it is the value
 * @param field null when it concerns the whole row
 */
record Rejection(
        long rowNumber, long line, String reason, @Nullable Field field, String value) {}
