package io.legame.intake;

import io.legame.customers.CustomField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a file as they will be stored.
 *
 * @param fields of the columns shown
 * @param custom the custom fields that columns can be
 * @param sheets that the file has
 */
public record Preview(List<Field> fields, List<CustomField> custom, List<Row> rows, List<String> sheets) {
    /** @param fault why the row as a whole cannot be taken; a text key */
    public record Row(long line, List<Cell> cells, @Nullable String fault) {}

    /**
     * @param value a text, a number, a date, an instant, a yes or no; null for nothing
     * @param raw as it is written; of several values the first that cannot be taken
     * @param fault why it cannot be taken; a text key
     */
    public record Cell(
            @Nullable Object value, String raw, @Nullable String fault) {}

    public long faulty() {
        return rows.stream()
                .filter(row -> row.fault() != null || row.cells().stream().anyMatch(cell -> cell.fault() != null))
                .count();
    }
}
