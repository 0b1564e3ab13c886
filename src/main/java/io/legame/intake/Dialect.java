package io.legame.intake;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes its rows.
 *
 * @param encoding a charset's name, such as {@code UTF-8}
 * @param delimiter between cells; cells that contain it are in double quotes
 * @param header whether the first row names the columns
 * @param firstLine of the file where the table begins, counted from one: what stands above is a title, a date, a remark
 * @param sheet of a workbook; null for what has no sheets
 */
public record Dialect(
        Format format,
        String encoding,
        char delimiter,
        boolean header,
        int firstLine,
        @Nullable String sheet) {
    public static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252");
    public static final String DELIMITERS = ",;\t|";

    /** Of a text whose first line begins the table. */
    static Dialect csv(String encoding, char delimiter, boolean header) {
        return new Dialect(Format.CSV, encoding, delimiter, header, 1, null);
    }

    Dialect from(int line, boolean withHeader) {
        return new Dialect(format, encoding, delimiter, withHeader, line, sheet);
    }

    Charset charset() {
        return Charset.forName(encoding);
    }
}
