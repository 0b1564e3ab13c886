package io.legame.intake;

import io.legame.intake.Table.Line;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds where the table of a file begins: below titles, dates and remarks, at the row that names its columns. */
final class HeaderSearch {
    /** Nobody writes more above a table. */
    static final int LINES = 30;

    private HeaderSearch() {}

    /** The dialect with the table's first line, and whether that names the columns. */
    static Dialect in(List<Line> lines, Dialect dialect) {
        int width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        for (int i = 0; i < Math.min(LINES, lines.size()); i++) {
            Line line = lines.get(i);
            boolean above = isAbove(line, width);
            if (!above && isHeader(line)) {
                int header = better(lines, i);
                int first = header == 0
                        ? dialect.firstLine()
                        : (int) lines.get(header).number();
                return dialect.from(first, true);
            }
            if (!above) {
                break; // a row of a table without names
            }
        }
        return dialect.from(dialect.firstLine(), isHeader(lines.getFirst()));
    }

    /** Of two rows that could be it, the later one when it names more columns and we know more of its names. */
    private static int better(List<Line> lines, int header) {
        int best = header;
        for (int i = header + 1; i < Math.min(LINES, lines.size()) && isText(lines.get(i)); i++) {
            boolean more =
                    lines.get(i).filled() > lines.get(best).filled() && known(lines.get(i)) > known(lines.get(best));
            best = more && isHeader(lines.get(i)) ? i : best;
        }
        return best;
    }

    private static long known(Line line) {
        return line.cells().stream().filter(ColumnNames::isKnown).count();
    }

    /** A title or a remark: one or two cells where the table has more. */
    private static boolean isAbove(Line line, int width) {
        return width == 1 ? known(line) == 0 && isText(line) : line.filled() <= 2 && line.filled() * 2 <= width;
    }

    /** A row of different names, of which we know some or which look unlike what stands below. */
    private static boolean isHeader(Line line) {
        List<@Nullable String> cells = line.cells();
        boolean different = cells.stream().filter(Objects::nonNull).distinct().count() == line.filled();
        return isText(line) && different && (known(line) > 0 || cells.size() > 1);
    }

    private static boolean isText(Line line) {
        return line.cells().stream()
                .allMatch(cell -> cell == null || Column.of("", List.of(cell)).content() == Column.Content.TEXT);
    }
}
