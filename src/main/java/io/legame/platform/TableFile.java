package io.legame.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table on its way into a file, row by row, of which few are held at a time. Closing it completes the file. */
public interface TableFile extends AutoCloseable {
    /** The kinds of files. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** As addresses write it, and how names of such files end. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Format> of(String code) {
            return Stream.of(values())
                    .filter(format -> format.code().equals(code))
                    .findFirst();
        }
    }

    /** @param language of whoever opens the file: their spreadsheets expect other separators */
    static TableFile open(Format format, OutputStream output, Locale language) throws IOException {
        return switch (format) {
            case CSV -> new CsvTable(output, language);
            case XLSX -> new WorkbookTable(output);
        };
    }

    /** @param cells texts, numbers, dates, yes or no; null for nothing */
    void row(List<? extends @Nullable Object> cells);

    @Override
    void close() throws IOException;
}
