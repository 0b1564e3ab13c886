package io.legame.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one at a time, in constant memory; what cannot be read ends with a {@link FileFault}. */
sealed interface TableRows extends AutoCloseable permits CsvRows, SheetRows, CardRows {
    /** The next row that is not empty, or null after the last one. */
    @Nullable
    TableRow next();

    @Override
    void close() throws IOException;

    /**
     * Of an opened file. The content stays open: who opened it closes it.
     *
     * @param decimalSign how numbers are to be written that a workbook keeps as such
     * @param wanted which columns to read, by position; null for all
     */
    static TableRows of(Content content, Dialect dialect, char decimalSign, boolean @Nullable [] wanted) {
        return switch (content) {
            case Content.Text text ->
                dialect.format() == Format.VCARD
                        ? new CardRows(new StrictReader(text.bytes(), dialect))
                        : CsvRows.of(text.bytes(), dialect, wanted);
            case Content.Book book -> book.workbook().rows(dialect, decimalSign, wanted);
        };
    }
}
