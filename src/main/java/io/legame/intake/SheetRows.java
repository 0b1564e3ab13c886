package io.legame.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of a workbook, one at a time. */
final class SheetRows implements TableRows {
    /** As many as Excel has. */
    private static final int MOST_COLUMNS = 16_384;

    private final XmlPart xml;
    private final SheetValues values;
    private final int firstLine;
    private final boolean @Nullable [] wanted;
    private final TableRow row = new TableRow();
    private final StringBuilder text = new StringBuilder();
    private long line;
    private int width;
    private boolean ended;

    SheetRows(XmlPart xml, SheetValues values, int firstLine, boolean @Nullable [] wanted) {
        this.xml = xml;
        this.values = values;
        this.firstLine = firstLine;
        this.wanted = wanted;
    }

    @Override
    public @Nullable TableRow next() {
        while (!ended && xml.next()) {
            if (xml.begins("row")) {
                readRow();
                if (row.count() > 0 && line >= firstLine) {
                    return row;
                }
            } else if (xml.ends("sheetData")) {
                ended = true;
            }
        }
        return null;
    }

    private void readRow() {
        line = Math.max(line + 1, xml.number("r", 0));
        row.begin(line);
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                column = column(xml.attribute("r"), column + 1);
                if (column >= MOST_COLUMNS) {
                    throw new FileFault("intake.fault.workbook");
                }
                readCell(column);
            }
        }
        if (line >= firstLine) {
            width = Math.max(width, row.count()); // cells that are empty at the end of a row are not written
            row.setTotal(width);
        }
    }

    /** {@code AB12} is column 27; without a name it is the next one. */
    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && column <= MOST_COLUMNS; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column == 0 ? next : column - 1;
    }

    private void readCell(int column) {
        boolean isWanted = wanted == null || (column < wanted.length && wanted[column]);
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        boolean formula = false;
        int pronunciations = 0;
        text.setLength(0);
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("f")) {
                formula = true;
            } else if (xml.begins("rPh")) {
                pronunciations++;
            } else if (xml.ends("rPh")) {
                pronunciations--;
            } else if (xml.begins("v") || (xml.begins("t") && pronunciations == 0)) {
                xml.text(text);
            }
        }
        if (text.isEmpty()) {
            if (formula && isWanted && !"str".equals(type)) {
                row.blame("intake.rejected.notCalculated");
                row.skip(column);
            }
            return;
        }
        put(column, type == null ? "n" : type, style, isWanted);
    }

    private void put(int column, String type, int style, boolean isWanted) {
        if (!isWanted) {
            row.skip(column);
            return;
        }
        String written = text.toString();
        switch (type) {
            case "s" -> CellText.put(row, column, values.shared(written), true);
            case "str", "inlineStr" -> CellText.put(row, column, SheetValues.unescaped(written), true);
            case "b" ->
                row.put(column, written.strip().equals("1") || written.strip().equals("true") ? "true" : "false");
            case "d" -> CellText.put(row, column, SheetValues.isoDate(written), true);
            case "e" -> putError(column, written);
            default -> CellText.put(row, column, values.number(written, style), true);
        }
    }

    /** {@code #N/A} says that there is no value; the others that a formula is broken. */
    private void putError(int column, String error) {
        if (!error.strip().equals("#N/A")) {
            row.put(column, error.strip());
            row.blame("intake.rejected.formula");
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
