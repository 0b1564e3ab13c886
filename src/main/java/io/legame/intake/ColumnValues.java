package io.legame.intake;

import io.legame.platform.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many rows of a file have which value in a column.
 *
 * @param rows by value as it is written, the most frequent first
 * @param lookedAt rows of the file
 * @param whole whether those are all
 */
record ColumnValues(Map<String, Long> rows, long lookedAt, boolean whole) {
    /** Rows of a waiting file: less than a second's work while somebody waits for the page. */
    static final int LOOKED_AT = 200_000;

    /** Different values, so that no file fills the memory: the most frequent ones, or in the first rows the first ones. */
    static final int MOST = 10_000;

    static final ColumnValues NONE = new ColumnValues(Map.of(), 0, true);

    /**
     * Reads the column in the first rows. Whatever is wrong with the file is said when it is tried or brought in.
     *
     * @param limit the most bytes that the file may unpack to
     */
    static ColumnValues read(InputStream stored, long limit, Plan plan, int column) {
        var rows = new HashMap<String, Long>();
        long number = 0;
        try (stored;
                Content content = Content.open(stored, limit);
                TableRows table = TableRows.of(
                        content,
                        plan.dialect(),
                        plan.decimalSign(),
                        only(plan.headers().size(), column))) {
            if (plan.dialect().header()) {
                table.next();
            }
            for (TableRow row = table.next(); row != null; row = table.next()) {
                if (++number > LOOKED_AT) {
                    return new ColumnValues(frequentFirst(rows), LOOKED_AT, false);
                }
                String value = row.cell(column);
                if (value != null && Replacement.isPossible(value) && (rows.size() < MOST || rows.containsKey(value))) {
                    rows.merge(value, 1L, Long::sum);
                }
            }
            return new ColumnValues(frequentFirst(rows), number, true);
        } catch (FileFault | StoredFiles.FileRemoved fault) {
            return new ColumnValues(frequentFirst(rows), number, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean[] only(int columns, int wanted) {
        var only = new boolean[columns];
        only[wanted] = true;
        return only;
    }

    private static Map<String, Long> frequentFirst(Map<String, Long> rows) {
        var sorted = new LinkedHashMap<String, Long>();
        rows.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }
}
