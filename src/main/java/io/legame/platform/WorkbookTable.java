package io.legame.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook: numbers are numbers, dates are dates, and a text is never computed. */
final class WorkbookTable implements TableFile {
    /** All that a sheet holds. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int WRITTEN_AT_ONCE = 1_000;

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    WorkbookTable(OutputStream output) {
        book = new Workbook(output, "Legame", "1.0");
        sheet = book.newWorksheet("Legame");
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        if (row == MOST_ROWS) {
            throw Refusal.of("platform.error.sheet", MOST_ROWS);
        }
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        row++;
        if (row % WRITTEN_AT_ONCE == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cell(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {
                // an empty cell is none
            }
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case BigDecimal number -> sheet.value(row, column, number);
            case Integer number -> sheet.value(row, column, number);
            case Long number -> sheet.value(row, column, number);
            case Boolean answer -> sheet.value(row, column, answer);
            default -> sheet.inlineString(row, column, cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        book.close();
    }
}
