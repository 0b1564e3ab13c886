package io.legame.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.legame.platform.StoredFiles;
import io.legame.platform.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were not taken, as they were in the file, with the reason in a last column: to be put right and brought
 * in again. The cells are read from the file once more, so that nothing of it is kept twice.
 */
final class RejectedRows {
    private static final int PAGE = 10_000;

    private final Import what;
    private final RejectionTable table;
    private final StoredFiles files;
    private final Texts texts;
    private final Locale language;

    RejectedRows(Import what, RejectionTable table, StoredFiles files, Texts texts, Locale language) {
        this.what = what;
        this.table = table;
        this.files = files;
        this.texts = texts;
        this.language = language;
    }

    void write(OutputStream output) throws IOException {
        Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        writer.write('\ufeff'); // tells spreadsheets that this is UTF-8
        try (InputStream stored = files.open(Objects.requireNonNull(what.file()));
                Content content = Content.open(stored, Long.MAX_VALUE);
                TableRows rows =
                        TableRows.of(content, what.plan().dialect(), what.plan().decimalSign(), null);
                CsvWriter csv = CsvWriter.builder()
                        .fieldSeparator(what.plan().dialect().delimiter())
                        .build(writer)) {
            if (what.plan().dialect().header()) {
                rows.next();
            }
            header(csv);
            long number = 0;
            var rejections = new Rejections();
            Rejection rejection = rejections.next();
            for (TableRow row = rows.next(); row != null && rejection != null; row = rows.next()) {
                if (++number == rejection.rowNumber()) {
                    csv.writeRecord(cells(row, rejection));
                    rejection = rejections.next();
                }
            }
        }
    }

    private void header(CsvWriter csv) {
        var names = new ArrayList<String>(what.plan().headers());
        names.add(texts.get(language, "intake.rejected.reason"));
        csv.writeRecord(names);
    }

    private List<String> cells(TableRow row, Rejection rejection) {
        int width = Math.max(row.count(), what.plan().headers().size());
        var cells = new ArrayList<String>(width + 1);
        for (int column = 0; column < width; column++) {
            cells.add(harmless(row.cell(column)));
        }
        cells.add(harmless(reason(rejection)));
        return cells;
    }

    private String reason(Rejection rejection) {
        String reason = texts.get(language, rejection.reason(), rejection.value());
        return rejection.field() == null
                ? reason
                : texts.get(language, "intake.field." + rejection.field().code()) + ": " + reason;
    }

    /** A spreadsheet must not take a cell for a formula; a negative number stays one. */
    static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        boolean dangerous = "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return dangerous && new Decimals('.').parse(cell) == null ? "'" + cell : cell;
    }

    /** In the order of the file, a page in memory. */
    private final class Rejections {
        private Iterator<Rejection> page = List.<Rejection>of().iterator();
        private long last;
        private boolean ended;

        @Nullable
        Rejection next() {
            if (!page.hasNext() && !ended) {
                List<Rejection> loaded = table.list(what.id(), last, PAGE);
                ended = loaded.size() < PAGE;
                page = loaded.iterator();
            }
            if (!page.hasNext()) {
                return null;
            }
            Rejection rejection = page.next();
            last = rejection.rowNumber();
            return rejection;
        }
    }
}
