package io.legame.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import io.legame.platform.StoredFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV text, read strictly, one at a time, in constant memory. What is wrong with the text itself (an
 * unclosed quote, bytes of another encoding) ends with a {@link FileFault} that names the line.
 */
final class CsvRows implements TableRows {
    /** A row of more text than this many characters cannot be read. */
    private static final int LONGEST_ROW = 1 << 24;

    private final Handler handler;
    private final CsvReader<TableRow> reader;
    private final CloseableIterator<TableRow> rows;

    /**
     * @param text from the table's first line on
     * @param firstLine of the file, to name lines by
     * @param wanted which columns to read, by position; null for all
     */
    private CsvRows(Reader text, char delimiter, int firstLine, boolean @Nullable [] wanted) {
        this.handler = new Handler(firstLine, wanted);
        this.reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW)
                .build(handler, text);
        this.rows = reader.iterator();
    }

    static CsvRows of(InputStream unpacked, Dialect dialect, boolean @Nullable [] wanted) {
        return of(new StrictReader(unpacked, dialect), dialect, wanted);
    }

    static CsvRows of(Reader text, Dialect dialect, boolean @Nullable [] wanted) {
        Reader table = dialect.firstLine() == 1 ? text : below(text, dialect.firstLine());
        return new CsvRows(table, dialect.delimiter(), dialect.firstLine(), wanted);
    }

    /** What stands above a table is no CSV and may hold a quote that is never closed: it is passed over line by line. */
    private static Reader below(Reader text, int firstLine) {
        var reader = new BufferedReader(text, 1 << 16);
        try {
            for (int line = 1; line < firstLine; line++) {
                skipLine(reader);
            }
            return reader;
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private static void skipLine(BufferedReader reader) throws IOException {
        for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
            if (c == '\r') {
                reader.mark(1);
                if (reader.read() != '\n') {
                    reader.reset();
                }
                return;
            }
        }
    }

    @Override
    public @Nullable TableRow next() {
        try {
            TableRow row = rows.hasNext() ? rows.next() : null;
            while (row != null && row.count() == 0) { // nothing but delimiters, as spreadsheets write below a table
                row = rows.hasNext() ? rows.next() : null;
            }
            return row;
        } catch (CsvParseException e) {
            throw fault(e);
        } catch (UncheckedIOException e) {
            throw fault(Objects.requireNonNull(e.getCause()));
        }
    }

    private static RuntimeException fault(IOException error) {
        return error instanceof StoredFiles.FileRemoved
                ? new FileFault("intake.fault.removed")
                : new UncheckedIOException(error);
    }

    private FileFault fault(CsvParseException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage() == null ? "" : cause.getMessage();
            if (cause instanceof FileFault known) {
                return known;
            }
            if (cause instanceof RuntimeException ours && cause.getClass() != CsvParseException.class) {
                throw ours; // of the reader beneath: no fault of the text
            }
            if (message.startsWith("Unclosed quoted")) {
                return new FileFault("intake.fault.quote", handler.line());
            }
            if (message.startsWith("Unexpected character after")) {
                return new FileFault("intake.fault.afterQuote", handler.line());
            }
        }
        return new FileFault("intake.fault.longRow", handler.line(), LONGEST_ROW / 1_000_000);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Handler extends CsvCallbackHandler<TableRow> {
        private final boolean @Nullable [] wanted;
        private final int linesAbove;
        private final TableRow row = new TableRow();
        private int cells;
        private boolean empty;

        Handler(int firstLine, boolean @Nullable [] wanted) {
            this.linesAbove = firstLine - 1;
            this.wanted = wanted;
        }

        long line() {
            return row.line();
        }

        @Override
        protected RecordType getRecordType() {
            return empty ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return cells;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            row.begin(startingLineNumber + linesAbove);
            cells = 0;
            empty = false;
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            int column = cells++;
            int start = offset;
            int end = offset + length;
            while (start < end && CellText.isBlank(buffer[start])) {
                start++;
            }
            while (end > start && CellText.isBlank(buffer[end - 1])) {
                end--;
            }
            if (start == end) {
                return;
            }
            if (length > TableRow.LONGEST_CELL) {
                row.blame("intake.rejected.longCell");
                row.skip(column);
            } else if (wanted == null || (column < wanted.length && wanted[column])) {
                row.put(column, text(buffer, start, end));
            } else {
                row.skip(column);
            }
        }

        private String text(char[] buffer, int start, int end) {
            boolean control = false;
            for (int i = start; i < end; i++) {
                control |= CellText.isControl(buffer[i]);
            }
            if (control) {
                row.blame("intake.rejected.control");
            }
            return new String(buffer, start, end - start);
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {}

        @Override
        protected void setEmpty() {
            empty = true;
        }

        @Override
        protected TableRow buildRecord() {
            row.setTotal(cells);
            return row;
        }
    }
}
