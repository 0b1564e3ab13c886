package io.legame.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import io.legame.platform.StoredFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV text, read strictly, one at a time, in constant memory. What is wrong with the text itself (an
 * unclosed quote, bytes of another encoding) ends with a {@link FileFault} that names the line.
 */
final class CsvRows implements AutoCloseable {
    /** More in one cell is a mistake: most likely a quote that was never closed. */
    static final int LONGEST_CELL = 100_000;

    /** A row of more text than this many characters cannot be read. */
    private static final int LONGEST_ROW = 1 << 24;

    private final Handler handler;
    private final CsvReader<Row> reader;
    private final CloseableIterator<Row> rows;

    /**
     * One row; the same object is used for the next one.
     *
     * @see CsvRows#next
     */
    static final class Row {
        private long line;
        private int count;
        private int total;
        private int longest;
        private boolean control;
        private @Nullable String[] cells = new String[64];

        /** Of the file, counted from one, where the row begins. */
        long line() {
            return line;
        }

        /** How many cells the row has; empty ones at its end do not count. */
        int count() {
            return count;
        }

        /** With the empty ones. */
        int total() {
            return total;
        }

        /** Null when the cell is empty, is not there, or was not asked for. Without blanks around it. */
        @Nullable
        String cell(int column) {
            return column < cells.length ? cells[column] : null;
        }

        int longest() {
            return longest;
        }

        /** Whether a cell holds a character that no text has. */
        boolean hasControlCharacter() {
            return control;
        }
    }

    /** @param wanted which columns to read, by position; null for all */
    CsvRows(Reader text, char delimiter, boolean @Nullable [] wanted) {
        this.handler = new Handler(wanted);
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
        return new CsvRows(new StrictReader(unpacked, dialect), dialect.delimiter(), wanted);
    }

    /** The next row, or null after the last one. */
    @Nullable
    Row next() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException e) {
            throw fault(e);
        } catch (UncheckedIOException e) {
            throw switch (Objects.requireNonNull(e.getCause())) {
                case ZipException damaged -> new FileFault("intake.fault.gzip");
                case EOFException cutOff -> new FileFault("intake.fault.gzip");
                case StoredFiles.FileRemoved gone -> new FileFault("intake.fault.removed");
                case IOException other -> e;
            };
        }
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
                return new FileFault("intake.fault.quote", handler.row.line);
            }
            if (message.startsWith("Unexpected character after")) {
                return new FileFault("intake.fault.afterQuote", handler.row.line);
            }
        }
        return new FileFault("intake.fault.longRow", handler.row.line, LONGEST_ROW / 1_000_000);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Handler extends CsvCallbackHandler<Row> {
        private final boolean @Nullable [] wanted;
        private final Row row = new Row();
        private int cells;
        private boolean empty;

        Handler(boolean @Nullable [] wanted) {
            this.wanted = wanted;
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
            Arrays.fill(row.cells, 0, Math.min(cells, row.cells.length), null);
            row.line = startingLineNumber;
            row.count = 0;
            row.longest = 0;
            row.control = false;
            cells = 0;
            empty = false;
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            int column = cells++;
            if (column >= row.cells.length) {
                row.cells = Arrays.copyOf(row.cells, column * 2);
            }
            int start = offset;
            int end = offset + length;
            while (start < end && isBlank(buffer[start])) {
                start++;
            }
            while (end > start && isBlank(buffer[end - 1])) {
                end--;
            }
            if (start == end) {
                return;
            }
            row.count = cells;
            row.longest = Math.max(row.longest, length);
            if (length <= LONGEST_CELL && (wanted == null || (column < wanted.length && wanted[column]))) {
                row.cells[column] = text(buffer, start, end);
            }
        }

        private String text(char[] buffer, int start, int end) {
            for (int i = start; i < end; i++) {
                char c = buffer[i];
                row.control |= c < ' ' && c != '\n' && c != '\r' && c != '\t';
            }
            return new String(buffer, start, end - start);
        }

        private static boolean isBlank(char c) {
            return c <= ' ' ? c == ' ' || c == '\t' || c == '\n' || c == '\r' : c == '\u00a0' || c == '\u202f';
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {}

        @Override
        protected void setEmpty() {
            empty = true;
        }

        @Override
        protected Row buildRecord() {
            row.total = cells;
            return row;
        }
    }
}
