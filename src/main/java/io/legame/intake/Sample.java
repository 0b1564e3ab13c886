package io.legame.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a file, unpacked: what detection and preview look at.
 *
 * @param bytes of a CSV text; empty for other formats
 * @param rows of a workbook's sheet or a vCard file; empty for a CSV text, whose rows depend on how it is read
 * @param whole whether it is all of the file
 * @param sheets that the file has
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares samples
record Sample(Dialect dialect, byte[] bytes, List<Table.Line> rows, boolean whole, List<String> sheets) {
    static final int SIZE = 1 << 20;

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_CELLS = 400_000;
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final byte[] NO_BYTES = {};

    /**
     * Reads the beginning, or ends with a {@link FileFault} when this can be no table.
     *
     * @param limit the most bytes that the file may unpack to
     * @param known how the file is written, as far as that was found out or chosen; null at first
     * @param decimalSign how to write numbers that a workbook keeps as such
     */
    static Sample read(InputStream stored, long limit, @Nullable Dialect known, char decimalSign) {
        try (stored;
                Content content = Content.open(stored, limit)) {
            return switch (content) {
                case Content.Text text -> ofText(text.bytes(), known);
                case Content.Book book -> ofWorkbook(book, known, decimalSign);
            };
        } catch (io.legame.platform.StoredFiles.FileRemoved e) {
            throw new FileFault("intake.fault.removed");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Sample ofWorkbook(Content.Book book, @Nullable Dialect known, char decimalSign) throws IOException {
        String sheet = known == null || known.sheet() == null ? book.workbook().firstSheetWithRows() : known.sheet();
        var dialect = new Dialect(Format.XLSX, "UTF-8", ',', false, 1, sheet);
        try (TableRows rows = book.workbook().rows(dialect, decimalSign, null)) {
            var lines = new ArrayList<Table.Line>();
            boolean whole = collect(rows, lines);
            return new Sample(dialect, NO_BYTES, lines, whole, book.workbook().sheets());
        }
    }

    private static Sample ofText(InputStream content, @Nullable Dialect known) throws IOException {
        byte[] bytes = content.readNBytes(SIZE);
        boolean whole = bytes.length < SIZE;
        if (isBlank(bytes)) {
            throw new FileFault("intake.fault.empty");
        }
        Magic.refuse(bytes, content);
        String encoding = known == null ? Encodings.of(bytes) : known.encoding();
        if (!isCards(bytes, encoding)) {
            return new Sample(Dialect.csv(encoding, ',', false), bytes, List.of(), whole, List.of());
        }
        var dialect = new Dialect(Format.VCARD, encoding, ',', false, 1, null);
        var all = new SequenceInputStream(new ByteArrayInputStream(bytes), content);
        try (TableRows rows = new CardRows(new StrictReader(all, dialect))) {
            var lines = new ArrayList<Table.Line>();
            whole = collect(rows, lines);
            return new Sample(dialect, NO_BYTES, lines, whole, List.of());
        }
    }

    private static boolean isCards(byte[] bytes, String encoding) {
        String start = new String(bytes, 0, Math.min(400, bytes.length), Charset.forName(encoding));
        return (start.startsWith("\ufeff") ? start.substring(1) : start)
                .stripLeading()
                .toUpperCase(Locale.ROOT)
                .startsWith("BEGIN:VCARD");
    }

    /** Returns whether the rows came to their end. */
    private static boolean collect(TableRows rows, List<Table.Line> lines) {
        int cells = 0;
        int characters = 0;
        for (TableRow row = rows.next(); row != null; row = rows.next()) {
            Table.Line line = Table.Line.of(row);
            lines.add(line);
            cells += line.cells().size();
            characters += line.cells().stream()
                    .mapToInt(cell -> cell == null ? 0 : cell.length())
                    .sum();
            if (lines.size() == MOST_ROWS || cells > MOST_CELLS || characters > MOST_CHARACTERS) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            // blanks, line ends, the other half of them in UTF-16, and the byte order marks
            if (" \t\r\n\0\u00ef\u00bb\u00bf\u00fe\u00ff".indexOf(b & 0xff) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The text as far as a human would look to tell what it is. */
    static String beginning(byte[] bytes) {
        return new String(bytes, 0, Math.min(200, bytes.length), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
    }
}
