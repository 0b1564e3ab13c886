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
    /**
     * @param number of the line in the file
     * @param total of the cells, with the empty ones at the end
     * @param fault why the row cannot be taken as it is written; a text key
     */
    record Line(
            long number,
            List<@Nullable String> cells,
            int total,
            @Nullable String fault) {
        static Line of(TableRow row) {
            var cells = new ArrayList<@Nullable String>(row.count());
            for (int column = 0; column < row.count(); column++) {
                cells.add(row.cell(column));
            }
            return new Line(row.line(), cells, row.total(), row.fault());
        }

        /** How many cells hold something. */
        long filled() {
            return cells.stream().filter(java.util.Objects::nonNull).count();
        }

        @Nullable
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }

    static Table of(Sample sample, Dialect dialect, int limit) {
        return dialect.format() == Format.CSV ? ofText(sample, dialect, limit) : ofRows(sample, dialect, limit);
    }

    private static Table ofRows(Sample sample, Dialect dialect, int limit) {
        var lines = new ArrayList<Line>();
        int width = 0;
        for (Line line : sample.rows()) {
            if (line.number() >= dialect.firstLine() && lines.size() < limit) {
                width = Math.max(width, line.cells().size());
                lines.add(
                        dialect.format() == Format.XLSX
                                ? new Line(line.number(), line.cells(), width, line.fault())
                                : line);
            }
        }
        return new Table(lines, false);
    }

    private static Table ofText(Sample sample, Dialect dialect, int limit) {
        var lines = new ArrayList<Line>();
        Reader text = new InputStreamReader(new ByteArrayInputStream(sample.bytes()), dialect.charset());
        try (var rows = CsvRows.of(withoutByteOrderMark(text), dialect, null)) {
            for (TableRow row = rows.next(); row != null && lines.size() < limit; row = rows.next()) {
                lines.add(Line.of(row));
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
