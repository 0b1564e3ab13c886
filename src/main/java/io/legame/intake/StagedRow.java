package io.legame.intake;

import org.jspecify.annotations.Nullable;

/**
 * A row of the file as it waits to be applied.
 *
 * @param number counted from one, without the header and empty rows
 * @param line of the file, where it begins
 * @param fault what is wrong with the row as such; a text key
 * @param contentKey of a purchase's line that has no number: the same for lines that say the same
 * @param occurrence which one of the rows with the same key this is, counted from one
 * @param firstLine where the first of them is
 * @param writtenKey what {@code contentKey} would be without replacements; null when it is the same
 * @param writtenOccurrence which one of the rows with the same written key this is, counted from one
 * @param cells of the columns that are something, in the order of {@link Plan#columns()}
 */
@SuppressWarnings("ArrayRecordComponent") // rows are many, and nobody compares them
record StagedRow(
        long number,
        long line,
        @Nullable String fault,
        @Nullable String contentKey,
        int occurrence,
        long firstLine,
        @Nullable String writtenKey,
        int writtenOccurrence,
        @Nullable String[] cells) {}
