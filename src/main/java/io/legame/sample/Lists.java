package io.legame.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The lists that the shop is made from: names, towns, models. They lie beside this class. */
final class Lists {
    private Lists() {}

    static List<NamedCsvRecord> rows(String name) {
        try (InputStream file = Objects.requireNonNull(Lists.class.getResourceAsStream(name + ".csv"), name);
                var reader = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> parts(NamedCsvRecord row, String column) {
        return List.of(row.getField(column).split(",", -1));
    }
}
