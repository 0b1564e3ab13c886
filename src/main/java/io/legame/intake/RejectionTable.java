package io.legame.intake;

import static io.legame.intake.db.Tables.REASON;
import static io.legame.intake.db.Tables.REJECTION;

import io.legame.platform.BulkCopy;
import io.legame.platform.StoredFiles.FileId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of files that were not taken, one by one and counted by reason. */
@Component
class RejectionTable {
    private final DSLContext database;

    RejectionTable(DSLContext database) {
        this.database = database;
    }

    void insert(ImportId id, List<Outcome.Counted> rejections) {
        if (!rejections.isEmpty()) {
            copy(id, rejections);
            countReasons(id, rejections);
        }
    }

    private void copy(ImportId id, List<Outcome.Counted> rejections) {
        BulkCopy.into(database, "intake.rejection (import_id, row_number, line, reason, field, value)", copy -> {
            for (Outcome.Counted each : rejections) {
                Rejection rejection = each.rejection();
                copy.value(id.value())
                        .value(rejection.rowNumber())
                        .value(rejection.line())
                        .value(rejection.reason())
                        .value(code(rejection.field()))
                        .value(rejection.value());
                copy.endRow();
            }
        });
    }

    private static String code(@Nullable Field field) {
        return field == null ? "" : field.code();
    }

    private void countReasons(ImportId id, List<Outcome.Counted> rejections) {
        Map<List<String>, List<Outcome.Counted>> groups = new LinkedHashMap<>();
        for (Outcome.Counted each : rejections) {
            groups.computeIfAbsent(
                            List.of(
                                    each.rejection().reason(),
                                    code(each.rejection().field())),
                            key -> new ArrayList<>())
                    .add(each);
        }
        groups.forEach((key, group) -> {
            List<Outcome.Counted> examples = group.subList(0, Math.min(3, group.size()));
            database.execute(
                    """
                    insert into intake.reason as r
                        (import_id, reason, field, rows, amount, example_lines, example_values)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (import_id, reason, field) do update set
                        rows = r.rows + excluded.rows,
                        amount = r.amount + excluded.amount,
                        example_lines = (r.example_lines || excluded.example_lines)[1:3],
                        example_values = (r.example_values || excluded.example_values)[1:3]
                    """,
                    id.value(),
                    key.getFirst(),
                    key.getLast(),
                    (long) group.size(),
                    group.stream().map(Outcome.Counted::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                    examples.stream().map(each -> each.rejection().line()).toArray(Long[]::new),
                    examples.stream().map(each -> each.rejection().value()).toArray(String[]::new));
        });
    }

    /** The most frequent first. */
    List<Reason> reasons(ImportId id) {
        return database.selectFrom(REASON)
                .where(REASON.IMPORT_ID.eq(id.value()))
                .orderBy(REASON.ROWS.desc(), REASON.REASON_, REASON.FIELD)
                .fetch(row -> new Reason(
                        row.getReason(),
                        Field.of(row.getField()).orElse(null),
                        row.getRows(),
                        row.getAmount(),
                        IntStream.range(0, row.getExampleLines().length)
                                .mapToObj(i -> new Reason.Example(row.getExampleLines()[i], row.getExampleValues()[i]))
                                .toList()));
    }

    /** In the order of the file, from after a row. */
    List<Rejection> list(ImportId id, long after, int limit) {
        return database.selectFrom(REJECTION)
                .where(REJECTION.IMPORT_ID.eq(id.value()), REJECTION.ROW_NUMBER.gt(after))
                .orderBy(REJECTION.ROW_NUMBER)
                .limit(limit)
                .fetch(row -> new Rejection(
                        row.getRowNumber(),
                        row.getLine(),
                        row.getReason(),
                        Field.of(row.getField()).orElse(null),
                        row.getValue()));
    }

    /** What a removed file leaves behind of its cells. */
    void forgetValues(FileId file) {
        database.execute(
                "delete from intake.rejection r using intake.import i where i.id = r.import_id and i.file_id = ?",
                file.value());
        database.execute("""
                update intake.reason r set example_values = array_fill(''::text, array[cardinality(example_values)])
                from intake.import i where i.id = r.import_id and i.file_id = ?
                """, file.value());
    }
}
