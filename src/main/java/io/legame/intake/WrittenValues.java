package io.legame.intake;

import static io.legame.intake.db.Tables.VALUE_COUNT;
import static io.legame.intake.db.Tables.WRITTEN_VALUE;

import io.legame.platform.BulkCopy;
import io.legame.platform.LegameProperties;
import io.legame.platform.StoredFiles;
import io.legame.platform.StoredFiles.FileId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often a file writes which product, and the values that are replaced: of a waiting file in its first rows, read once
 * for as long as its columns stay what they are; of one that was tried or brought in, in all of it.
 */
@Component
class WrittenValues {
    private final DSLContext database;
    private final StoredFiles files;
    private final LegameProperties properties;
    private final TransactionTemplate transaction;

    WrittenValues(
            DSLContext database, StoredFiles files, LegameProperties properties, TransactionTemplate transaction) {
        this.database = database;
        this.files = files;
        this.properties = properties;
        this.transaction = transaction;
    }

    /** The field that tells products when purchases have it; null in files that name none. */
    static @Nullable Field productField(Plan plan) {
        if (!plan.kind().hasAmounts()) {
            return null;
        }
        return plan.has(Field.PRODUCT_CODE)
                ? Field.PRODUCT_CODE
                : plan.has(Field.PRODUCT_NAME) ? Field.PRODUCT_NAME : null;
    }

    /** The products that a waiting file writes. */
    ColumnValues products(Import what, Field field) {
        String look = look(what.plan(), field);
        return known(what.id(), field, look).orElseGet(() -> {
            ColumnValues counted = read(what, what.plan().column(field));
            store(what.id(), field, look, counted);
            return counted;
        });
    }

    /** Of an import that was read to its end; empty for one that has no such field, or was not. */
    Map<String, Long> whole(ImportId id, Field field) {
        return rows(id, field);
    }

    /** What decides which values there are. */
    private static String look(Plan plan, Field field) {
        return plan.column(field) + " " + plan.decimalSign() + " " + plan.dialect();
    }

    private Optional<ColumnValues> known(ImportId id, Field field, String look) {
        return database.selectFrom(VALUE_COUNT)
                .where(VALUE_COUNT.IMPORT_ID.eq(id.value()), VALUE_COUNT.LOOK.eq(look))
                .fetchOptional(count -> new ColumnValues(rows(id, field), count.getLookedAt(), count.getWhole()));
    }

    private Map<String, Long> rows(ImportId id, Field field) {
        return database.selectFrom(WRITTEN_VALUE)
                .where(WRITTEN_VALUE.IMPORT_ID.eq(id.value()), WRITTEN_VALUE.FIELD.eq(field.code()))
                .orderBy(WRITTEN_VALUE.ROWS.desc(), WRITTEN_VALUE.VALUE)
                .fetch()
                .intoMap(WRITTEN_VALUE.VALUE, WRITTEN_VALUE.ROWS);
    }

    private ColumnValues read(Import what, int column) {
        return what.file() == null
                ? ColumnValues.NONE
                : ColumnValues.read(
                        files.open(what.file()),
                        properties.uploadLimit().toBytes() * Content.MOST_UNPACKED,
                        what.plan(),
                        column);
    }

    private void store(ImportId id, Field field, String look, ColumnValues counted) {
        transaction.executeWithoutResult(status -> {
            if (!forget(id)) {
                return;
            }
            BulkCopy.into(database, "intake.written_value (import_id, field, value, rows)", copy -> {
                for (var each : counted.rows().entrySet()) {
                    copy.value(id.value())
                            .value(field.code())
                            .value(each.getKey())
                            .value(each.getValue());
                    copy.endRow();
                }
            });
            count(id, look, counted.lookedAt(), counted.whole());
        });
    }

    /**
     * Two people may look at the same file at the same time: the second one waits for the first.
     *
     * @return whether the import is still there
     */
    private boolean forget(ImportId id) {
        boolean there = !database.fetch("select id from intake.import where id = ? for update", id.value())
                .isEmpty();
        database.deleteFrom(WRITTEN_VALUE)
                .where(WRITTEN_VALUE.IMPORT_ID.eq(id.value()))
                .execute();
        database.deleteFrom(VALUE_COUNT)
                .where(VALUE_COUNT.IMPORT_ID.eq(id.value()))
                .execute();
        return there;
    }

    private void count(ImportId id, String look, long lookedAt, boolean whole) {
        database.insertInto(VALUE_COUNT)
                .values(id.value(), look, lookedAt, whole)
                .execute();
    }

    /** Counts in all of the file, once it was read to its end. */
    void count(Import what, Staging staging, long rowsInFile) {
        Plan plan = what.plan();
        Field product = productField(plan);
        Map<Field, Map<String, String>> replaced = Replacement.inOrder(plan.replacements());
        var fields = EnumSet.noneOf(Field.class);
        fields.addAll(replaced.keySet());
        fields.retainAll(plan.mapped());
        if (product != null) {
            fields.add(product);
        }
        transaction.executeWithoutResult(status -> {
            if (!forget(what.id())) {
                throw new ImportTable.Stopped();
            }
            for (Field field : fields) {
                List<String> only = field == product
                        ? null
                        : List.copyOf(replaced.getOrDefault(field, Map.of()).keySet());
                staging.countValues(what.id(), field, plan.mapped().indexOf(field), only, ColumnValues.MOST);
            }
            count(what.id(), product == null ? "" : look(plan, product), rowsInFile, true);
        });
    }

    /** Removes what was kept of the file's values. */
    void forgetValues(FileId file) {
        database.execute(
                "delete from intake.written_value v using intake.import i"
                        + " where i.id = v.import_id and i.file_id = ?",
                file.value());
        database.execute(
                "delete from intake.near_product n using intake.import i"
                        + " where i.id = n.import_id and i.file_id = ?",
                file.value());
    }
}
