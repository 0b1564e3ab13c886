package io.legame.intake;

import io.legame.platform.BulkCopy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The mapped cells of a whole file, in a table of the import's own, which makes reading it to its end before anything
 * is written possible in constant memory. Unlogged, so nearly as fast as a file: after a crash of PostgreSQL it is
 * empty, and the file is read again.
 */
final class Staging {
    private final DSLContext database;
    private final String table;
    private final String repeats;
    private final int width;
    private final boolean replacing;

    Staging(DSLContext database, ImportId id, Plan plan) {
        this.database = database;
        this.table = "intake.staging_" + id.value();
        this.repeats = "intake.repeat_" + id.value();
        this.width = plan.columns().size();
        this.replacing = !plan.replacements().isEmpty();
    }

    /** Writes the rows into a new table, in the caller's transaction. */
    void fill(BulkCopy.Rows rows) {
        drop();
        database.execute(
                "create unlogged table " + table + " (number bigint not null, line bigint not null, fault text,"
                        + " first_key uuid, second_key uuid, written_key uuid, "
                        + columns().map(column -> column + " text").collect(Collectors.joining(", ")) + ")");
        BulkCopy.into(database, table, rows);
        database.execute("alter table " + table + " add primary key (number)");
    }

    private java.util.stream.Stream<String> columns() {
        return IntStream.range(0, width).mapToObj(column -> "c" + column);
    }

    /**
     * Finds the rows that have a key of a row before them. Those that replacements made equal to others come after
     * these: so each keeps its number when the replacements are others.
     */
    void findRepeats() {
        database.execute("set local work_mem = '128MB'");
        database.execute("create unlogged table " + repeats
                + " (number bigint not null, occurrence int not null, first_line bigint not null,"
                + " written boolean not null)");
        findRepeats("first_key", false);
        findRepeats("second_key", false);
        if (replacing) {
            findRepeats("written_key", true);
        }
        database.execute("create index on " + repeats + " (number)");
        database.execute("analyze " + repeats);
        database.execute("analyze " + table + " (number)");
    }

    /** The group by leaves few keys for the sort of the window. */
    private void findRepeats(String key, boolean written) {
        database.execute("""
                insert into %2$s
                select number, occurrence, first_line, %4$s
                from (
                    select number, row_number() over same as occurrence, first_value(line) over same as first_line
                    from %1$s
                    join (select %3$s from %1$s where %3$s is not null group by %3$s having count(*) > 1) twice
                        using (%3$s)
                    window same as (partition by %3$s order by written_key is not null, number)
                ) repeated
                where occurrence > 1
                """.formatted(table, repeats, key, written));
    }

    /**
     * Writes down how many rows have which value in a column, the most frequent ones, in the caller's transaction.
     *
     * @param column the position among the mapped ones
     * @param only the values that count; null for all
     */
    void countValues(ImportId id, Field field, int column, @Nullable List<String> only, int most) {
        database.execute(
                """
                insert into intake.written_value (import_id, field, value, rows)
                select ?, ?, %1$s, count(*) from %2$s
                where length(%1$s) <= ? and (? or %1$s = any (?)) group by %1$s order by count(*) desc, %1$s limit ?
                """.formatted("c" + column, table),
                id.value(),
                field.code(),
                Replacement.LONGEST,
                only == null,
                only == null ? new String[0] : only.toArray(String[]::new),
                most);
    }

    /** Whether the table is still there with its rows: a crash of PostgreSQL empties it. */
    boolean isThere() {
        return database.fetchSingle("select to_regclass(?) is not null and to_regclass(?) is not null", table, repeats)
                        .get(0, Boolean.class)
                && database.fetchSingle("select exists (select from " + table + ")")
                        .get(0, Boolean.class);
    }

    /** The rows numbered from (exclusive) to (inclusive), in their order. */
    List<StagedRow> rows(long from, long to) {
        String sql = "select s.number, s.line, s.fault, s.first_key::text, coalesce(r.occurrence, 1),"
                + " coalesce(r.first_line, s.line), s.written_key::text, coalesce(r.written_occurrence, 1), "
                + columns().collect(Collectors.joining(", ")) + " from " + table
                + " s left join (select number, min(occurrence) filter (where not written) as occurrence,"
                + " min(first_line) filter (where not written) as first_line,"
                + " min(occurrence) filter (where written) as written_occurrence from "
                + repeats + " where number > ? and number <= ? group by number) r on r.number = s.number"
                + " where s.number > ? and s.number <= ? order by s.number";
        return database.connectionResult(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int parameter = 1; parameter <= 4; parameter++) {
                    statement.setLong(parameter, parameter % 2 == 1 ? from : to);
                }
                var rows = new ArrayList<StagedRow>((int) (to - from));
                try (var result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(row(result));
                    }
                }
                return rows;
            }
        });
    }

    private StagedRow row(java.sql.ResultSet result) throws SQLException {
        @Nullable String[] cells = new String[width];
        for (int column = 0; column < width; column++) {
            cells[column] = result.getString(9 + column);
        }
        return new StagedRow(
                result.getLong(1),
                result.getLong(2),
                result.getString(3),
                result.getString(4),
                result.getInt(5),
                result.getLong(6),
                result.getString(7),
                result.getInt(8),
                cells);
    }

    void drop() {
        database.execute("drop table if exists " + table + ", " + repeats);
    }
}
