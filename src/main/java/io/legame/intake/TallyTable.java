package io.legame.intake;

import static io.legame.intake.db.Tables.TALLY;

import io.legame.platform.StoredFiles.FileId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps what imports tell of values: those flagged, those that changed. */
@Component
class TallyTable {
    private final DSLContext database;

    TallyTable(DSLContext database) {
        this.database = database;
    }

    void add(ImportId id, Tallies tallies) {
        tallies.counts()
                .forEach((key, count) -> database.execute(
                        """
                        insert into intake.tally as t (import_id, kind, field, rows, example_lines, example_values)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (import_id, kind, field) do update set
                            rows = t.rows + excluded.rows,
                            example_lines = (t.example_lines || excluded.example_lines)[1:3],
                            example_values = (t.example_values || excluded.example_values)[1:3]
                        """,
                        id.value(),
                        key.kind(),
                        key.field(),
                        count.rows(),
                        count.examples().stream().map(Reason.Example::line).toArray(Long[]::new),
                        count.examples().stream().map(Reason.Example::value).toArray(String[]::new)));
    }

    void clear(ImportId id) {
        database.deleteFrom(TALLY).where(TALLY.IMPORT_ID.eq(id.value())).execute();
    }

    /** The fields of known customers that changed, the most frequent first. */
    List<Reason> updates(ImportId id) {
        return list(id, TALLY.KIND.eq(Tallies.UPDATED));
    }

    /** What an undo left as it was and why; the examples are ids of customers. */
    List<Reason> kept(ImportId id) {
        return list(id, TALLY.KIND.startsWith(Tallies.KEPT));
    }

    /** What was wrong with values, the most frequent first; the key of each is a text. */
    List<Reason> flags(ImportId id) {
        return list(id, TALLY.KIND.startsWith(Tallies.FLAG));
    }

    private List<Reason> list(ImportId id, Condition kinds) {
        return database.selectFrom(TALLY)
                .where(TALLY.IMPORT_ID.eq(id.value()), kinds)
                .orderBy(TALLY.ROWS.desc(), TALLY.KIND, TALLY.FIELD)
                .fetch(row -> new Reason(
                        row.getKind(),
                        Field.of(row.getField()).orElse(null),
                        row.getRows(),
                        BigDecimal.ZERO,
                        IntStream.range(0, row.getExampleLines().length)
                                .mapToObj(i -> new Reason.Example(row.getExampleLines()[i], row.getExampleValues()[i]))
                                .toList()));
    }

    /** What a removed file leaves behind of its cells. */
    void forgetValues(FileId file) {
        database.execute("""
                update intake.tally t set example_values = array_fill(''::text, array[cardinality(example_values)])
                from intake.import i where i.id = t.import_id and i.file_id = ?
                """, file.value());
    }
}
