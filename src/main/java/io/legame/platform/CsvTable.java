package io.legame.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts between commas, or semicolons where a comma is within numbers, so that a double click opens them in columns. */
final class CsvTable implements TableFile {
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BufferedWriter writer;
    private final CsvWriter csv;
    private final boolean decimalComma;

    CsvTable(OutputStream output, Locale language) throws IOException {
        decimalComma = !language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        // else a spreadsheet takes it for the letters of its country
        writer.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().fieldSeparator(decimalComma ? ';' : ',').build(writer);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(this::text).toList());
    }

    private String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> decimalComma ? number.toPlainString().replace('.', ',') : number.toPlainString();
            case String text -> safe(text);
            default -> cell.toString();
        };
    }

    /** A text that a spreadsheet would compute is marked as one. */
    static String safe(String text) {
        return !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
        writer.close();
    }
}
