package io.legame.intake;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How a file writes its rows.
 *
 * @param encoding a charset's name, such as {@code UTF-8}
 * @param delimiter between cells; cells that contain it are in double quotes
 * @param header whether the first row names the columns
 */
public record Dialect(String encoding, char delimiter, boolean header) {
    public static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252");
    public static final String DELIMITERS = ",;\t|";

    Charset charset() {
        return Charset.forName(encoding);
    }
}
