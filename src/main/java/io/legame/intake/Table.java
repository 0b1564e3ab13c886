package io.legame.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sample, leniently read: what is wrong with them is said when the whole file is read.
 *
 * @param faulty whether the rows end at one that cannot be read
 */
record Table(List<Line> lines, boolean faulty) {
    /** @param number of the line in the file */
    record Line(long number, List<@Nullable String> cells, int total) {
        @Nullable
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }

    static Table of(Sample sample, Dialect dialect, int limit) {
        var lines = new ArrayList<Line>();
        Reader text = new InputStreamReader(new ByteArrayInputStream(sample.bytes()), dialect.charset());
        try (var rows = new CsvRows(withoutByteOrderMark(text), dialect.delimiter(), null)) {
            for (CsvRows.Row row = rows.next(); row != null && lines.size() < limit; row = rows.next()) {
                var cells = new ArrayList<@Nullable String>(row.count());
                for (int column = 0; column < row.count(); column++) {
                    cells.add(row.cell(column));
                }
                lines.add(new Line(row.line(), cells, row.total()));
            }
        } catch (FileFault tornOrFaulty) {
            return new Table(lines, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!sample.whole() && lines.size() < limit && lines.size() > 1) {
            lines.removeLast(); // cut by the end of the sample
        }
        return new Table(lines, false);
    }

    private static Reader withoutByteOrderMark(Reader text) throws IOException {
        var reader = new java.io.BufferedReader(text, 1 << 16);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    /** The number of cells that most rows have. */
    int width() {
        var counts = new java.util.HashMap<Integer, Integer>();
        lines.forEach(line -> counts.merge(line.total(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(java.util.Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(java.util.Map.Entry.comparingByKey()))
                .map(java.util.Map.Entry::getKey)
                .orElse(0);
    }

    long ofWidth(int width) {
        return lines.stream().filter(line -> line.total() == width).count();
    }

    List<Line> body(Dialect dialect) {
        return dialect.header() && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
    }

    /** What each column holds, the header's names above. */
    List<Column> columns(Dialect dialect) {
        List<Line> body = body(dialect);
        int width = dialect.header() && !lines.isEmpty() ? lines.getFirst().total() : width();
        var columns = new ArrayList<Column>();
        for (int column = 0; column < width; column++) {
            var values = new ArrayList<@Nullable String>(body.size());
            for (Line line : body) {
                values.add(line.cell(column));
            }
            String name = dialect.header() ? lines.getFirst().cell(column) : null;
            columns.add(Column.of(name == null ? Integer.toString(column + 1) : name, values));
        }
        return columns;
    }
}
