package io.legame.wording;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Rows of the data that nobody here wrote, which lies beside the project. */
final class SharedData {
    private static final Path FOLDER = Path.of("../shared/data");

    private SharedData() {}

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    static List<NamedCsvRecord> rows(String name) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file(name))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
