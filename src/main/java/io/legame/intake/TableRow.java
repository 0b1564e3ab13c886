package io.legame.intake;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of a table; its reader uses the same object for the next one. */
final class TableRow {
    /** More in one cell is a mistake: most likely a quote that was never closed. */
    static final int LONGEST_CELL = 100_000;

    private long line;
    private int count;
    private int total;
    private @Nullable String fault;
    private @Nullable String[] cells = new String[64];

    void begin(long newLine) {
        Arrays.fill(cells, 0, Math.min(count, cells.length), null);
        line = newLine;
        count = 0;
        total = 0;
        fault = null;
    }

    /** Puts a cell that holds something. */
    void put(int column, @Nullable String text) {
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
        }
        cells[column] = text;
        count = Math.max(count, column + 1);
    }

    /** A cell that holds something nobody asked for. */
    void skip(int column) {
        count = Math.max(count, column + 1);
    }

    void setTotal(int cellsOfRow) {
        total = cellsOfRow;
    }

    /** Notes that the row cannot be taken; the first reason counts. */
    void blame(String reason) {
        fault = fault == null ? reason : fault;
    }

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

    /** Why the row as it is written cannot be taken, a text key; null when it can. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Null when the cell is empty, is not there, or was not asked for. Without blanks around it. */
    @Nullable
    String cell(int column) {
        return column < cells.length ? cells[column] : null;
    }
}
